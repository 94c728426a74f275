# Turns [the parameters, the secrets...] into lines that java.util.Properties can read, whatever the values contain.

def hexadecimal: . as $code
  | [4096, 256, 16, 1] | map($code / . | floor % 16 | "0123456789abcdef"[.:. + 1]) | "\\u" + add;

# Java has two characters for one beyond 16 bits
def escaped: explode
  | map(
      if . > 65535 then (. - 65536 | (55296 + (. / 1024 | floor) | hexadecimal) + (56320 + . % 1024 | hexadecimal))
      elif . > 32 and . < 127 and . != 92 and . != 58 and . != 61 and . != 35 and . != 33 then [.] | implode
      else hexadecimal end)
  | add // "";

def resolved($secrets): .key as $key
  | if .value | startswith("secret:") then
      (.value | ltrimstr("secret:") | split("#")) as $reference
      | $secrets[$reference[0]]
      | if $reference[1] == null then .
        else (try (fromjson | .[$reference[1]] | strings) catch null) // error("\($key): its secret has no such field") end
    else .value end;

(.[1:] | map({key: .id, value}) | from_entries) as $secrets
| .[0] | if length == 0 then error("there are no parameters") else . end
| map({key: (.key | split("/") | last), value: resolved($secrets)})
| group_by(.key)
| map(if length > 1 then error("\(.[0].key): this key occurs twice") else .[0] end)
| .[] | "\(.key | escaped)=\(.value | escaped)"
