# The steps of image-test that start something, and the cleanup. Sourced.
# shellcheck shell=bash
# shellcheck disable=SC2154 # image-test sets these variables

# step <title> <command>...: shows how long it took
step() {
  local title=$1 began=$SECONDS
  shift
  echo "== $title"
  "$@"
  echo "   $((SECONDS - began)) s"
}

# ends everything that was started, also after a failure
put_away() {
  local code=$?
  trap - EXIT
  if [ "$code" != 0 ]; then tail -n 40 "$work"/*.log 2>/dev/null || true; fi
  stop "${machine:-}" "${cloud:-}"
  if [ -n "${network:-}" ] && [ -e "/run/netns/$network" ]; then ip netns delete "$network"; fi
  leave_root
  rm -rf --one-file-system "$root" "$work"/{payload,local,secrets,expected.properties}
  exit "$code"
}

# stop <process>...: with SIGTERM, and SIGKILL if that is not enough
stop() {
  local process
  for process; do
    [ -n "$process" ] || continue
    kill "$process" 2>/dev/null || continue
    timeout 60 tail --pid="$process" -f /dev/null || kill -9 "$process" 2>/dev/null || true
    wait "$process" 2>/dev/null || true
  done
}

leave_root() {
  local place
  for place in dev/pts dev sys proc run; do
    if mountpoint -q "$root/$place"; then umount "$root/$place"; fi
  done
}

unpack_debian() {
  rm -rf --one-file-system "$work"
  mkdir -p "$root"
  local tarball
  tarball=$("$here/bare-debian") || return $?
  tar --extract --file "$tarball" --directory "$root" --numeric-owner
}

# as on the build instance, except for AWS's agents; no service is started, as there is no init to start it
provision() {
  mkdir -p "$root/mnt/payload"
  mount --bind "$work/payload" "$root/mnt/payload"
  mount -t proc proc "$root/proc"
  mount -t sysfs -o ro sysfs "$root/sys"
  mount --bind /dev "$root/dev"
  mount -t tmpfs -o mode=0755 tmpfs "$root/run"
  local code=0
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 0755 "$root/usr/sbin/policy-rc.d"
  CONSILIUM_AGENTS=none nice -n 5 chroot "$root" /mnt/payload/provision/run /mnt/payload >"$work/provision-$1.log" 2>&1 || code=$?
  rm "$root/usr/sbin/policy-rc.d" "$root/etc/resolv.conf"
  umount "$root/mnt/payload"
  rmdir "$root/mnt/payload"
  leave_root
  # names and contents, except for the package manager's own records of each run
  (cd "$root" && find . -xdev -type f ! -path './var/cache/*' ! -path './var/lib/apt/*' -printf '%p %m %u:%g ' -exec sha256sum {} + |
    cut -d ' ' -f 1-4 | LC_ALL=C sort) >"$work/files-$1.txt"
  return "$code"
}

same_twice() {
  diff "$work/files-first.txt" "$work/files-second.txt"
}

# a network with only a loopback interface, shared by the back ends, the stand-ins, and the image
start_cloud() {
  ip netns add "$network"
  ip -n "$network" link set lo up
  ip -n "$network" address add 169.254.169.254/32 dev lo
  ip netns exec "$network" "$java" -cp "$CONSILIUM_TEST_CLASSPATH" \
    -Dmaven.multiModuleProjectDirectory="$(dirname "$packer")" org.consilium.machine.stand.Cloud "$work" >"$work/cloud.log" 2>&1 &
  cloud=$!
  wait_for 90 "$cloud" test -e "$work/ready"
}

# wait_for <seconds> <process that must stay alive> <command>...
wait_for() {
  local until=$((SECONDS + $1)) process=$2
  shift 2
  until "$@"; do
    if ! kill -0 "$process" || ((SECONDS >= until)); then
      echo "gave up waiting for: $*" >&2
      return 1
    fi
    sleep 0.2
  done
}

boot() {
  local endpoint
  endpoint=$(cat "$work/endpoint")
  # cloud-init recognizes a cloud by its hardware, which is missing here; the other services do not need it.
  # The host may still use cgroup v1, which the image's systemd refuses
  # The capability: a unit with a network of its own sets it up
  SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 systemd-nspawn --quiet --register=no --keep-unit --machine="$network" --directory="$root" \
    --network-namespace-path="/run/netns/$network" --resolv-conf=off --timezone=off --console=read-only --kill-signal=SIGRTMIN+4 \
    --capability=CAP_NET_ADMIN --boot cloud-init=disabled systemd.setenv=AWS_ENDPOINT_URL="$endpoint" >"$work/console.log" 2>&1 </dev/null &
  machine=$!
  date +%s%3N >"$work/booted"
  # a helper of it, which ends soon, has another name
  wait_for 20 "$machine" pgrep -P "$machine" --exact systemd >"$work/init"
  export machine
}
