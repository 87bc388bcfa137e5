#!/bin/bash
# Times a batch in 16 parts on the three-node cluster of slurm.sh beside one process on the same machine, and the cluster's own start.
# Usage: measure.sh [PROPOSALS] [ROUNDS]; 200000 proposals take 1.5 GB, and their results 7 GB more.
set -euo pipefail
cd "$(dirname "$0")/../.."
proposals=${1:-200000}
rounds=${2:-3}
slurm=$PWD/tests/cluster/slurm.sh
work=$(mktemp -d)
trap '"$slurm" down; rm -rf "$work"' EXIT
dotnet publish src/RuleEngine.Cli -c Release -o "$work/tool" -v q --nologo >/dev/null
dotnet run -c Release --project tests/RuleEngine.Benchmarks -- generate "$proposals" >"$work/corpus.ndjson" 2>/dev/null
SLURM_CONF=$("$slurm" up)
export SLURM_CONF PATH=$PATH:/usr/sbin:/sbin
cd "$work"
printf '#!/bin/bash\n#SBATCH --output=/dev/null\nexec true\n' >empty.sh

seconds() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f", to - from }'; }

for ((round = 1; round <= rounds; round++)); do
  rm -rf results.jsonl* one.jsonl
  from=$EPOCHREALTIME
  tool/RuleEngine.Cli batch corpus.ndjson -j 2 -o one.jsonl || true
  one=$(seconds "$from")
  from=$EPOCHREALTIME
  array=$(sbatch --parsable --array=1-16 empty.sh)
  while [ -n "$(squeue -h -j "$array")" ]; do sleep 0.1; done
  start=$(seconds "$from")
  from=$EPOCHREALTIME
  tool/RuleEngine.Cli cluster submit corpus.ndjson --parts 16 --output results.jsonl >/dev/null
  while [ "$(find results.jsonl.job/parts -name '[0-9]*.jsonl' | wc -l)" -lt 16 ]; do sleep 0.1; done
  parts=$(seconds "$from")
  from=$EPOCHREALTIME
  while [ ! -f results.jsonl.job/merged.txt ]; do sleep 0.1; done
  cmp results.jsonl one.jsonl
  echo "one process, two threads $one s; 16 parts on three nodes $parts s, of which the cluster's own start $start s (16 empty tasks); the merge and its wait $(seconds "$from") s; the same bytes"
done
