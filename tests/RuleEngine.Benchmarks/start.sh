#!/usr/bin/env bash
# Times the whole process of a warm check beside an empty .NET program, the two in turn, and prints medians, their ratio and peak memory.
# The empty program is what `dotnet new console` makes. Usage: start.sh [RUNS] [arguments of check …]; a 7 KB proposal by default.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-21}
shift || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && dotnet new console -n empty -o empty --no-restore && dotnet publish empty -c Release -o out/empty) >/dev/null
dotnet publish src/RuleEngine.Cli -c Release -o "$work/out/tool" -v q --nologo >/dev/null
cp rules/examples/russia-iran-treaty-2025.json "$work/proposal.json"
if [ $# -eq 0 ]; then set -- "$work/proposal.json"; fi
export RULEENGINE_CACHE="$work/cache"

# Microseconds of one run; whatever it exits with is right.
timed() {
  local before=${EPOCHREALTIME/[.,]/}
  "$@" >/dev/null 2>&1 || true
  echo $((${EPOCHREALTIME/[.,]/} - before))
}

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
peak() { /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1; }

"$work/out/tool/RuleEngine.Cli" check "$@" >/dev/null 2>&1 || true
for ((run = 0; run < runs; run++)); do
  empty=$(timed "$work/out/empty/empty")
  tool=$(timed "$work/out/tool/RuleEngine.Cli" check "$@")
  echo "$empty" >>"$work/empty.us"
  echo "$tool" >>"$work/tool.us"
  echo $((tool * 1000 / empty)) >>"$work/ratio"
done
ratio=$(median <"$work/ratio")
printf 'empty %s us, check %s us, ratio %d.%03d (medians of %s runs in turn)\n' \
  "$(median <"$work/empty.us")" "$(median <"$work/tool.us")" $((ratio / 1000)) $((ratio % 1000)) "$runs"
if command -v /usr/bin/time >/dev/null; then
  printf 'peak memory: empty %s KB, check %s KB\n' "$(peak "$work/out/empty/empty")" "$(peak "$work/out/tool/RuleEngine.Cli" check "$@")"
fi
