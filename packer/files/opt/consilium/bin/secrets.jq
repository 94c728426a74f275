# From the parameters, the secrets that they name: a line "id key" for each, with one of the keys that it is for.
[.[] | select(.value | startswith("secret:")) | {id: (.value | ltrimstr("secret:") | split("#")[0]), key}]
| unique_by(.id)[]
| "\(.id) \(.key)"
