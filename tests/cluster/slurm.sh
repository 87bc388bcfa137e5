#!/bin/bash
# A Slurm cluster of three nodes on this machine, for tests: munged, slurmctld and three slurmd on loopback, from Debian's packages
# (slurmctld slurmd slurm-client munge), without systemd. Processes are tracked by cgroup where its v1 freezer can be written, as on real
# clusters, else by parentage. What is started is stopped by its own process ids.
#
#   slurm.sh up              start it; prints the SLURM_CONF that its commands need
#   slurm.sh down            stop it, and all that runs on it
#   slurm.sh crash K         node K loses power: its slurmd, its steps and their tasks are killed
#   slurm.sh cut K           node K is cut off: its slurmd is killed, its tasks live on
#   slurm.sh back K          node K is back
#   slurm.sh crash-controller, slurm.sh back-controller
#   slurm.sh tracking        how processes are tracked
#
# CLUSTER_ROOT  where its state lies (/tmp/rec, a short path: it holds sockets)   CLUSTER_PORT  its first port (36917)
set -euo pipefail
export PATH=$PATH:/usr/sbin:/sbin
ROOT=${CLUSTER_ROOT:-/tmp/rec}
PORT=${CLUSTER_PORT:-36917}
NODES=3
HOST=$(hostname -s)
FREEZER=$(findmnt -nro TARGET -t cgroup -O freezer 2>/dev/null | head -n 1 || true)
if [ -n "$FREEZER" ] && [ -w "$FREEZER/tasks" ]; then TRACKING=proctrack/cgroup; else TRACKING=proctrack/linuxproc; fi
export SLURM_CONF=$ROOT/etc/slurm.conf

# A zombie is dead: the first process of a container may never reap it.
lives() { [ -d "/proc/$1" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
runs() { [ -s "$1" ] && lives "$(cat "$1")"; }

configure() {
  mkdir -p "$ROOT"/{etc,munge,state,run,log}
  for node in $(seq $NODES); do mkdir -p "$ROOT/spool/rec$node"; done
  chmod -R go-w "$ROOT"
  [ -s "$ROOT/etc/munge.key" ] || mungekey --create --keyfile="$ROOT/etc/munge.key"
  printf 'CgroupPlugin=cgroup/v1\nCgroupMountpoint=%s\nCgroupAutomount=no\n' "$(dirname "${FREEZER:-/}")" > "$ROOT/etc/cgroup.conf"
  {
    cat <<CONF
ClusterName=rec
SlurmctldHost=$HOST(127.0.0.1)
SlurmctldPort=$PORT
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$ROOT/munge/socket,cred_expire=10
StateSaveLocation=$ROOT/state
SlurmctldPidFile=$ROOT/run/slurmctld.pid
SlurmctldLogFile=$ROOT/log/slurmctld.log
SlurmdSpoolDir=$ROOT/spool/%n
SlurmdPidFile=$ROOT/run/slurmd-%n.pid
SlurmdLogFile=$ROOT/log/slurmd-%n.log
ProctrackType=$TRACKING
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MpiDefault=none
MailProg=$(type -P true)
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_min_interval=100000,sched_interval=2,bf_interval=2
PropagateResourceLimits=NONE
JobRequeue=1
ReturnToService=2
SlurmdTimeout=10
SlurmctldTimeout=10
MessageTimeout=5
BatchStartTimeout=10
KillWait=5
UnkillableStepTimeout=30
CompleteWait=0
MinJobAge=3600
CONF
    for node in $(seq $NODES); do
      echo "NodeName=rec$node NodeHostname=$HOST NodeAddr=127.0.0.1 Port=$((PORT + node)) CPUs=2 RealMemory=4000 State=UNKNOWN"
    done
    echo "PartitionName=main Nodes=ALL Default=YES MaxTime=60 State=UP"
  } > "$SLURM_CONF"
}

up() {
  configure
  runs "$ROOT/munge/pid" || munged --key-file="$ROOT/etc/munge.key" --socket="$ROOT/munge/socket" --pid-file="$ROOT/munge/pid" \
    --seed-file="$ROOT/munge/seed" --log-file="$ROOT/log/munged.log"
  runs "$ROOT/run/slurmctld.pid" || slurmctld
  for node in $(seq $NODES); do runs "$ROOT/run/slurmd-rec$node.pid" || slurmd -N "rec$node"; done
  for _ in $(seq 300); do
    [ "$(sinfo -h -r -t idle -o %D 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }')" = $NODES ] && { echo "$SLURM_CONF"; return; }
    sleep 0.1
  done
  sinfo -lN >&2; tail -n 20 "$ROOT/log/slurmctld.log" >&2
  return 1
}

# What runs on a node: tasks, whose environment names the node and this cluster, and the steps above them.
tasks_of() {
  local file task parent
  for file in $(grep -lzxF "SLURMD_NODENAME=rec$1" /proc/[0-9]*/environ 2>/dev/null | xargs -r grep -lzxF "SLURM_CONF=$SLURM_CONF" 2>/dev/null); do
    task=${file#/proc/}; task=${task%/environ}
    echo "$task"
    parent=$(awk '/^PPid:/ { print $2 }' "/proc/$task/status" 2>/dev/null) || continue
    [ "$(cat "/proc/${parent:-1}/comm" 2>/dev/null)" != slurmstepd ] || echo "$parent"
  done | sort -u
}

kill_all() { local id; for id in "$@"; do kill -9 "$id" 2>/dev/null || true; done; }

crash() {
  kill_all "$(cat "$ROOT/run/slurmd-rec$1.pid")"
  # shellcheck disable=SC2046
  kill_all $(tasks_of "$1")
}

down() {
  local id ids=() node
  scancel --full -u "$(id -un)" 2>/dev/null || true
  for file in "$ROOT"/run/slurmd-*.pid "$ROOT/run/slurmctld.pid" "$ROOT/munge/pid"; do runs "$file" && ids+=("$(cat "$file")"); done
  for id in "${ids[@]}"; do kill "$id" 2>/dev/null || true; done
  for _ in $(seq 30); do
    local left=0
    for id in "${ids[@]}"; do lives "$id" && left=1; done
    [ $left = 1 ] || break
    sleep 0.1
  done
  kill_all "${ids[@]}"
  for node in $(seq $NODES); do
    # shellcheck disable=SC2046
    kill_all $(tasks_of "$node")
    [ -z "$FREEZER" ] || [ ! -d "$FREEZER/slurm_rec$node" ] || find "$FREEZER/slurm_rec$node" -depth -type d -exec rmdir {} + 2>/dev/null || true
  done
}

case ${1:-} in
  up) up ;;
  down) down ;;
  crash) crash "$2" ;;
  cut) kill_all "$(cat "$ROOT/run/slurmd-rec$2.pid")" ;;
  back) slurmd -N "rec$2" ;;
  crash-controller) kill_all "$(cat "$ROOT/run/slurmctld.pid")" ;;
  back-controller) slurmctld ;;
  tracking) echo "$TRACKING" ;;
  *) sed -n '2,16p' "$0"; exit 2 ;;
esac
