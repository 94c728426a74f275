# Lists the secrets that the parameters refer to: one line "id key" per secret, with one of the keys that use it.
[.[] | select(.value | startswith("secret:")) | {id: (.value | ltrimstr("secret:") | split("#")[0]), key}]
| unique_by(.id)[]
| "\(.id) \(.key)"
