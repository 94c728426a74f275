# The assertions and probes of boot-test. Sourced.
# shellcheck shell=bash
# shellcheck disable=SC2154 # image-test exports these variables

init=$(cat "$work/init")

# expect <title> <command>...
expect() {
  local what=$1
  shift
  if "$@" >"$work/expect.log" 2>&1; then
    echo "   ok: $what"
  else
    echo "   NOT: $what" >&2
    inside journalctl --no-pager >"$work/journal.log" 2>&1 || true
    exit 1
  fi
}

not() { ! "$@"; }

# runs a command in the namespaces of the image's own init
inside() {
  if [ "$1" = cat-processes ]; then set -- sh -c 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr "\0" "\n"'; fi
  nsenter --target "$init" --all --wdns=/ -- env -i PATH=/usr/sbin:/usr/bin "$@"
}

# runs a command as the server's user, with the server's view of the file system
as_server() {
  local process
  process=$(inside systemctl show --property MainPID --value consilium)
  inside nsenter --target "$process" --mount --setuid "$(inside id --user consilium)" --setgid "$(inside id --group consilium)" \
    --wd=/ -- "$@"
}

ask() { ip netns exec "$network" curl --silent --show-error --max-time 10 "$@"; }

# answers <status> <curl's arguments>...
answers() {
  local status=$1
  shift
  [ "$(ask --output /dev/null --write-out '%{http_code}' "$@")" = "$status" ]
}

# page <path> <pattern>: requests a page as the load balancer does
page() {
  ask --fail --location --header 'X-Forwarded-Proto: https' --header 'Accept-Language: en' "http://127.0.0.1:8080$1" |
    tr '\n' ' ' | grep -q -e "$2"
}

# within <seconds> <command>...
within() {
  local until=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < until)) || return 1
    sleep 0.5
  done
}

journal() { inside journalctl --no-pager --output cat --unit "$1" | grep -F -e "$2"; }

exposure() { inside systemd-analyze security --no-pager "$1.service" | sed -n 's/.*Overall exposure level for [^:]*: \([^ ]*\).*/\1/p'; }

log_group() {
  inside sh -c '/opt/consilium/bin/log-shipping /etc/consilium/cloudwatch-agent.json /tmp/agent.json &&
    jq -r ".logs.logs_collected.files.collect_list[0].log_group_name" /tmp/agent.json'
}
