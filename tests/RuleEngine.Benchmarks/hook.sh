#!/usr/bin/env bash
# Times the git hook on one staged proposal beside an empty hook, the two in turn, and prints medians. Usage: hook.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-21}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish src/RuleEngine.Cli -c Release -o "$work/tool" -v q --nologo >/dev/null
cp rules/models/river-compact.json "$work/proposal.json"
cd "$work"
git init -q repository
cd repository
mv ../proposal.json .
git add .
../tool/RuleEngine.Cli hook install >/dev/null
printf '#!/bin/sh\nexit 0\n' >.git/hooks/post-applypatch
chmod +x .git/hooks/post-applypatch

timed() {
  local before=${EPOCHREALTIME/[.,]/}
  git hook run "$1" >/dev/null 2>&1
  echo $((${EPOCHREALTIME/[.,]/} - before))
}

median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }

timed pre-commit >/dev/null
for ((run = 0; run < runs; run++)); do
  timed post-applypatch >>../empty.us
  timed pre-commit >>../hook.us
done
printf 'empty hook %s us, ruleengine hook %s us (medians of %s runs in turn)\n' "$(median <../empty.us)" "$(median <../hook.us)" "$runs"
