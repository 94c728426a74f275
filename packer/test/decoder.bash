# A photo that has taken control of its decoder: what it reaches, and what it would reach without the confinement. Sourced.
# shellcheck shell=bash
# shellcheck disable=SC2154 # boot-test and image-test set these variables

decoder=/proc/$init/root/run/consilium-decoder.socket
stand() { "$java" -cp "$CONSILIUM_TEST_CLASSPATH" "org.consilium.machine.stand.$1" "${@:2}"; }

# first_byte <command>...: what a decoder says first to a program that the command runs; 2 is "ready"
first_byte() {
  "$@" python3 -c 'import socket
s = socket.socket(socket.AF_UNIX)
s.connect("/run/consilium-decoder.socket")
print(s.recv(1)[0])'
}
server_reaches_decoder() { [ "$(first_byte as_server)" = 2 ]; }
expect 'the server has photos decoded elsewhere' grep -q -e '-Dconsilium.image.decoder=/run/consilium-decoder.socket$' <(inside cat-processes)
expect 'where it may connect' server_reaches_decoder
expect 'and no other user' not first_byte inside setpriv --reuid=nobody --regid=nogroup --clear-groups
accepted() { inside systemctl show --property NAccepted --value consilium-decoder.socket; }
before=$(accepted)
accepted_more() { [ "$(accepted)" -gt "$before" ]; }
expect 'a patient sends a photo' ip netns exec "$network" "$java" -cp "$CONSILIUM_TEST_CLASSPATH" \
  org.consilium.machine.stand.PhotoSender http://127.0.0.1:8080/ "$work/local/mails"
expect 'the server has it decoded there' within 20 accepted_more
group=$(inside systemctl show --property ControlGroup --value consilium)
expect 'and has no process but its own' [ "$(inside cat "/sys/fs/cgroup$group/cgroup.procs" | wc -l)" = 1 ]
expect 'photos of all formats are decoded, and the largest' \
  stand DecodePhotos "$decoder" "$packer/../ejb/imaging/src/test/resources/org/consilium/imaging/worker"
sed 's/^/   /' "$work/expect.log"

# the unit as it is, but for the program
intruder=/run/intruder
mkdir -p "/proc/$init/root$intruder/org/consilium/machine/stand"
cp "$packer"/target/test-classes/org/consilium/machine/stand/Intruder*.class "/proc/$init/root$intruder/org/consilium/machine/stand/"
chmod -R go=rX "/proc/$init/root$intruder"
attempts=(/usr/bin/env --ignore-environment /opt/consilium/decoder/java @/opt/consilium/decoder/worker.options -cp "$intruder"
  org.consilium.machine.stand.Intruder "$server" "$port")
change=/proc/$init/root/run/systemd/system/consilium-decoder@.service.d
mkdir -p "$change"
printf '[Service]\nBindReadOnlyPaths=%s\nExecStart=\nExecStart=%s\n' "$intruder" "${attempts[*]}" >"$change/intruder.conf"

expect 'an intruder gets as far as the server, if it is not confined' as_server "${attempts[@]}"
cp "$work/expect.log" "$work/intruder-free.log"
free=$(grep -c '^open: ' "$work/intruder-free.log" || true)
expect "it succeeds in all of $free attempts" not grep '^closed: ' "$work/intruder-free.log"
expect 'which are at least 15' [ "$free" -ge 15 ]
expect 'the intruder is put into a decoder' inside systemctl daemon-reload
expect 'and runs' stand DecoderVisit "$decoder"
cp "$work/expect.log" "$work/intruder-confined.log"
expect 'it reads no secret, reaches nobody, starts nothing' not grep '^open: ' "$work/intruder-confined.log"
expect 'in any of the attempts' [ "$(grep -c '^closed: ' "$work/intruder-confined.log")" = "$free" ]
for namespace in net mnt pid ipc user; do
  own=$(inside readlink "/proc/1/ns/$namespace")
  expect "its namespace is its own: $namespace" not grep -qxF "namespace: $own" "$work/intruder-confined.log"
done
expect 'it has no environment' grep -qx 'environment: {}' "$work/intruder-confined.log"
expect 'no capabilities' grep -qx 'status: CapEff: 0000000000000000' "$work/intruder-confined.log"
expect 'gets no privileges' grep -qx 'status: NoNewPrivs: 1' "$work/intruder-confined.log"
expect 'and only some system calls' grep -qx 'status: Seccomp: 2' "$work/intruder-confined.log"
rm -r "$change"
expect 'the decoder is put back' inside systemctl daemon-reload
expect 'and works' server_reaches_decoder
expect 'consilium-decoder.socket is valid' inside systemd-analyze verify /etc/systemd/system/consilium-decoder.socket
expect 'consilium-decoder@.service is confined' \
  inside systemd-analyze security --offline=yes --threshold=15 --no-pager /etc/systemd/system/consilium-decoder@.service
