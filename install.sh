#!/usr/bin/env bash
# Installs Usenet Media Stack from this folder, or brings an installation up to it. See docs/install.md.
#
# Looks at the machine, makes a plan, shows it, and carries it out. What is already as it should be is no step of the
# plan, so a second run does nothing. A release is complete in a folder of its own before one link is switched to it.
set -euo pipefail
umask 022

cd "$(dirname "${BASH_SOURCE[0]}")"
dry_run=false
yes=false
scope=system
steps=()
notes=()

usage() {
    cat <<'END'
Usage: ./install.sh [--dry-run] [--yes] [--user]

Installs Usenet Media Stack on this machine, or upgrades it. As root for the whole machine; as an ordinary user for
that user alone, to try it out.

  --dry-run  show every step, change nothing
  --yes      ask no question
  --user     install for this user alone, even as root
  --help     show this

Exit codes: 0 done, 1 failed, 2 usage, 3 installed, but the controller is not ready.
END
}

# --- saying things

fail() {
    printf 'error: %s\n  try: %s\n' "$1" "$2" >&2
    exit "${3-1}"
}

note() { notes+=("$1"); }

say_notes() {
    [ ${#notes[@]} = 0 ] || printf 'note: %s\n' "${notes[@]}"
}

# --- what was asked, and where things go

read_options() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --dry-run) dry_run=true ;;
            --yes | -y) yes=true ;;
            --user) scope=user ;;
            --help | -h) usage && exit ;;
            *) fail "'$1' is no option" './install.sh --help' 2 ;;
        esac
        shift
    done
    [ "$(id -u)" = 0 ] || scope=user
}

choose_folders() {
    if [ "$scope" = system ]; then
        program=/opt/usenet settings=/etc/usenet state=/var/lib/usenet run=/run/usenet log=/var/log/usenet
        command=/usr/local/bin/usenet
    else
        program=${XDG_DATA_HOME:-$HOME/.local/share}/usenet
        settings=${XDG_CONFIG_HOME:-$HOME/.config}/usenet
        state=${XDG_STATE_HOME:-$HOME/.local/state}/usenet run=$state log=$state/log
        command=$HOME/.local/bin/usenet
        note 'without root: no drives are mounted, no pool is made, and nothing starts with the machine'
    fi
}

# --- what the machine has

has() { command -v "$1" >/dev/null 2>&1; }
has_compose() { docker compose version >/dev/null 2>&1 || has docker-compose; }
has_systemd() { [ "$scope" = system ] && [ -d /run/systemd/system ]; }
engine_answers() { docker version >/dev/null 2>&1; }
jdk_home() { ./mvnw --jdk-home 2>/dev/null; }

distribution() {
    # shellcheck source=/dev/null
    (. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-unknown}") || echo unknown
}

is_debian() {
    # shellcheck source=/dev/null
    has apt-get && (. /etc/os-release && [[ " $ID ${ID_LIKE-} " =~ \ (debian|ubuntu)\  ]])
}

missing_needs() {
    has docker || echo 'the Docker engine'
    has_compose || echo 'Docker Compose'
    jdk_home >/dev/null || echo 'JDK 25'
    has ffmpeg || echo 'FFmpeg'
    has bwrap || echo 'bubblewrap'
}

port() {
    local chosen
    chosen=$(sed -n 's/^ *SERVER_PORT=\([0-9]*\).*/\1/p' "$settings/controller.env" 2>/dev/null | tail -n 1) || :
    echo "${chosen:-7070}"
}

# The process that listens on the port; nothing where none does, or where this user may not see it.
port_holder() {
    local socket
    socket=$(awk -v port=":$(printf %04X "$1")" '$4 == "0A" && $2 ~ port "$" {print $10; exit}' /proc/net/tcp*)
    [ -n "$socket" ] || return 0
    find /proc/[0-9]*/fd -lname "socket:\[$socket\]" -print -quit 2>/dev/null | cut -d/ -f3 || :
}

describe_process() { printf 'process %s: %s' "$1" "$(tr '\0' ' ' <"/proc/$1/cmdline" | cut -c1-60)"; }

port_taken() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

controller_pid() {
    if has_systemd; then
        systemctl show --property MainPID --value usenet-controller
    else
        cat "$run/controller.pid" 2>/dev/null
    fi
}

# Which release's Java the controller runs on.
running_release() {
    local java
    java=$(readlink "/proc/$(controller_pid)/exe" 2>/dev/null) && echo "${java%/runtime/bin/java}"
}

# --- which release this folder holds

version() { sed -n '/<artifactId>usenet-media-stack</{n;s/.*<version>\(.*\)<.*/\1/p}' pom.xml; }

# Everything that a release is made from, the Java in it included.
fingerprint() {
    local jdk=$1
    {
        find install.sh mvnw .mvn pom.xml {cli,controller}/{pom.xml,src/main} \
            compose-templates hardware-profiles backups -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
        cat "$jdk/release"
    } | sha256sum | cut -c1-12
}

release_of() {
    local made_from
    made_from=$(fingerprint "$1")
    echo "$program/releases/$(version)-$made_from"
}

# --- the plan

step() { steps+=("$1|$2"); }

plan_needs() {
    local missing
    missing=$(missing_needs | paste -sd, | sed 's/,/, /g')
    [ -n "$missing" ] || return 0
    if [ "$scope" = user ]; then
        refuse_without_jdk "$missing"
        note "missing: $missing; the services and jobs need it"
    elif is_debian; then
        step "install with apt-get: $missing" install_needs
    else
        fail "missing: $missing; packages can be installed on Debian and Ubuntu alone, and this is $(distribution)" \
            "install $missing as your distribution does it, then run this again"
    fi
}

refuse_without_jdk() {
    jdk_home >/dev/null || fail "missing: $1" \
        "sudo ./install.sh, or put a JDK 25 somewhere and set JAVA_HOME to it; then run this again"
}

plan_engine() {
    ! engine_answers || return 0
    if [ "$scope" = system ]; then
        step 'start the Docker engine' start_engine
    else
        note "the Docker engine does not answer to $(id -un): the services need it"
    fi
}

plan_release() {
    local jdk
    release=$program/releases/$(version)-new
    ! jdk=$(jdk_home) || release=$(release_of "$jdk")
    [ -d "$release" ] || step "build with ./mvnw, make a Java runtime and AOT caches: $release" build_release
    [ "$(readlink "$program/current")" = "$release" ] || step "switch $program/current to it" switch_release
    [ "$(readlink "$command")" = "$program/current/bin/usenet" ] || step "link $command" link_command
}

plan_folders() {
    if ! [ -d "$settings/templates" ] || ! [ -d "$settings/hardware-profiles" ] || ! [ -d "$state" ]; then
        step "create the folders $settings and $state" create_folders
    fi
    local file
    for file in stack.yaml controller.env; do
        [ -e "$settings/$file" ] || step "create $settings/$file, all of it comments" "create_$file"
    done
}

plan_controller() {
    if has_systemd && ! unit | cmp -s - /etc/systemd/system/usenet-controller.service; then
        step 'create the systemd unit usenet-controller.service' create_unit
    fi
    [ "$(running_release)" = "$release" ] || step "start the controller on port $(port)" start_controller
}

# Before anything is built: the port is the controller's, or free.
refuse_taken_port() {
    local holder
    ! [ "$(running_release)" ] || return 0
    port_taken "$(port)" || return 0
    holder=$(port_holder "$(port)")
    [ -z "$holder" ] || holder=$(describe_process "$holder")
    fail "port $(port) is taken by ${holder:-a program of another user}" \
        "stop it, or write SERVER_PORT=7071 into $settings/controller.env; then run this again"
}

make_plan() {
    plan_needs
    refuse_taken_port
    plan_engine
    plan_release
    plan_folders
    plan_controller
}

show_plan() {
    local step number=0
    printf 'Usenet Media Stack %s on %s\n' "$(version)" "$(distribution)"
    [ ${#steps[@]} -gt 0 ] || echo 'Nothing to do: it is installed, and the controller runs.'
    for step in "${steps[@]}"; do
        number=$((number + 1))
        printf '%3d. %s\n' "$number" "${step%|*}"
    done
}

ask() {
    local answer
    ! $yes && [ ${#steps[@]} -gt 0 ] || return 0
    [ -t 0 ] || fail 'there is nobody to ask' './install.sh --yes'
    read -r -p 'Go on? [Y/n] ' answer
    [[ "$answer" =~ ^([yY].*)?$ ]] || exit 1
}

carry_out() {
    local step
    for step in "${steps[@]}"; do
        printf -- '- %s\n' "${step%|*}"
        "${step##*|}" 9>&-
    done
}

# --- the steps: packages and engine

install_needs() {
    export DEBIAN_FRONTEND=noninteractive
    local packages=()
    apt-get -qq update
    has docker || packages+=(docker.io)
    has_compose || packages+=("$(first_package docker-compose-v2 docker-compose-plugin docker-compose)")
    jdk_home >/dev/null || packages+=("$(first_package openjdk-25-jdk-headless)")
    has ffmpeg || packages+=(ffmpeg)
    has bwrap || packages+=(bubblewrap)
    apt-get -qq install --yes "${packages[@]}" >/dev/null </dev/null
}

first_package() {
    local package
    for package in "$@"; do
        if apt-cache policy "$package" | grep -q 'Candidate: [^(]'; then
            echo "$package"
            return
        fi
    done
    fail "$(distribution) has no package $*" \
        'install what it stands for by hand (a JDK 25 belongs under /usr/lib/jvm), then run this again'
}

start_engine() {
    if has_systemd; then
        systemctl enable --now --quiet docker
    else
        service docker start >/dev/null || :
    fi
    local patience=30
    until engine_answers; do
        if [ "$patience" = 0 ]; then
            note 'the Docker engine does not answer yet (docker info says why): the services need it'
            return
        fi
        patience=$((patience - 1))
        sleep 1
    done
}

# --- the steps: the release

build_release() {
    local jdk
    jdk=$(./mvnw --jdk-home)
    release=$(release_of "$jdk")
    [ ! -d "$release" ] || return 0
    mkdir -p "$program/releases"
    work=$(mktemp -d "$program/releases/.new-XXXXXX")
    scratch=$(mktemp -d)
    trap 'rm -rf --one-file-system "$work" "$scratch"' EXIT
    compile
    copy_programs "$jdk"
    make_runtime "$jdk"
    train
    chmod 755 "$work"
    mv -T "$work" "$release"
}

compile() {
    as_owner ./mvnw -B -q -Dmaven.test.skip=true package </dev/null ||
        fail 'the program does not build' 'read what ./mvnw said above, mend the cause, run this again'
}

# The files of this folder and its owner's local Maven repository should not become root's.
as_owner() {
    local owner
    owner=$(stat -c %U .)
    if [ "$(id -un)" = root ] && [ "$owner" != root ] && [ "$owner" != UNKNOWN ]; then
        runuser -u "$owner" -- env HOME="$(getent passwd "$owner" | cut -d: -f6)" "$@"
    else
        "$@"
    fi
}

copy_programs() {
    local jdk=$1
    mkdir -p "$work"/{bin,controller,cli}
    "$jdk/bin/java" -Djarmode=tools -jar "controller/target/controller-$(version).jar" extract \
        --application-filename controller.jar --destination "$work/controller" --force >/dev/null
    cp "cli/target/cli-$(version).jar" "$work/cli/cli.jar"
    [ ! -d cli/target/lib ] || cp -r cli/target/lib "$work/cli/"
    cp controller/src/main/dist/jvm.options "$work/controller/"
    cp cli/src/main/dist/jvm.options "$work/cli/"
    fill_in controller/src/main/dist/usenet-controller >"$work/bin/usenet-controller"
    fill_in cli/src/main/dist/usenet >"$work/bin/usenet"
    chmod 755 "$work"/bin/*
    cp -r compose-templates hardware-profiles backups docs README.md LICENSE "$work/"
}

fill_in() {
    sed -e "s|@release@|$release|g" -e "s|@program@|$program|g" -e "s|@settings@|$settings|g" -e "s|@state@|$state|g" \
        -e "s|@run@|$run|g" -e "s|@log@|$log|g" "$1"
}

# The modules that the jars name, and jdk.jcmd to look into a controller that misbehaves. Jaffree is left out: it asks
# for a module that its own nanojson does not call itself, which ends jdeps, and needs none that the others do not.
make_runtime() {
    local jdk=$1 modules jars
    jars=$(find "$work/controller/lib" -name '*.jar' ! -name 'jaffree-*')
    # shellcheck disable=SC2086 # one word a jar
    modules=$("$jdk/bin/jdeps" --print-module-deps --no-recursive --ignore-missing-deps --multi-release 25 \
        "$work/controller/controller.jar" $jars) || fail 'jdeps cannot tell the modules' "${modules:-look at its jars}"
    "$jdk/bin/jlink" --add-modules "$modules,jdk.jcmd" --no-header-files --no-man-pages --compress zip-6 \
        --output "$work/runtime"
}

# One short run of both programs, on folders that are thrown away: its classes are what the AOT caches hold. A cache
# is a gain of speed; without one the program is as right, and slower.
train() {
    local controller patience=600
    controller_in_training &
    controller=$!
    until [ -s "$scratch/run/controller.url" ] || [ "$patience" = 0 ] || ! kill -0 "$controller" 2>/dev/null; do
        patience=$((patience - 1))
        sleep 0.1
    done
    command_line_in_training || note "usenet may start slowly: $(complaint "$scratch/cli.log")"
    kill "$controller" 2>/dev/null || :
    wait "$controller" || :
    [ -s "$work/controller/controller.aot" ] ||
        note "the controller may start slowly: $(complaint "$scratch/controller.log")"
}

controller_in_training() {
    exec "$work/runtime/bin/java" @"$work/controller/jvm.options" \
        -XX:AOTCacheOutput="$work/controller/controller.aot" -Dserver.port=0 \
        -Dusenet.settings="$scratch/settings" -Dusenet.state="$scratch/state" -Dusenet.run="$scratch/run" \
        -Dstorage.managed=false \
        -Dcatalog.templates="$work/compose-templates" -Dhardware.profiles="$work/hardware-profiles" \
        -Dbackup.policies="$work/backups" \
        -jar "$work/controller/controller.jar" >"$scratch/controller.log" 2>&1 </dev/null
}

command_line_in_training() {
    USENET_TOKEN_FILE=$scratch/run/token "$work/runtime/bin/java" @"$work/cli/jvm.options" \
        -XX:AOTCacheOutput="$work/cli/cli.aot" -jar "$work/cli/cli.jar" services list \
        >"$scratch/cli.log" 2>&1 </dev/null
}

# Java's own words about its options are no complaint.
complaint() { grep -v '^Picked up' "$1" | grep -m 1 -i -E 'error|exception' || tail -n 1 "$1"; }

# The link is renamed into place: whoever starts the program meets the old release or the new one.
switch_release() {
    local old
    old=$(readlink "$program/current") || old=
    ln -sfn "$release" "$program/.current"
    mv -T "$program/.current" "$program/current"
    ln -sfn current/bin "$program/bin"
    [ -z "$old" ] || ln -sfn "$old" "$program/previous"
}

link_command() {
    mkdir -p "$(dirname "$command")"
    ln -sfn "$program/current/bin/usenet" "$command"
}

# The previous release stays, to go back to.
remove_old_releases() {
    local folder
    for folder in "$program"/releases/* "$program"/releases/.new-*; do
        case "$folder" in
            "$(readlink "$program/current")" | "$(readlink "$program/previous")") ;;
            *) rm -rf "$folder" ;;
        esac
    done
}

# --- the steps: the user's files

create_folders() {
    mkdir -p "$settings/templates" "$settings/hardware-profiles"
    [ -d "$state" ] || install -d -m 0750 "$state"
}

create_stack.yaml() { cp controller/src/main/dist/stack.yaml "$settings/"; }
create_controller.env() { cp controller/src/main/dist/controller.env "$settings/"; }

# --- the steps: the controller

unit() { fill_in controller/src/main/dist/usenet-controller.service; }

create_unit() {
    unit >/etc/systemd/system/usenet-controller.service
    systemctl daemon-reload
}

start_controller() {
    if has_systemd; then
        systemctl enable --quiet usenet-controller
        systemctl restart usenet-controller
    else
        "$program/bin/usenet-controller" stop >/dev/null
        "$program/bin/usenet-controller" start >/dev/null
    fi
}

# The three digits of the answer's first line; nothing where nobody answers.
http_status() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1"
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1:%s\r\n\r\n' "$2" "$1" >&3
        head -n 1 <&3 | cut -d' ' -f2
    ) 2>/dev/null || :
}

controller_log() {
    if has_systemd; then
        journalctl --quiet --no-pager --lines 15 --unit usenet-controller
    else
        tail -q -n 15 "$log/controller.log" "$log/java.log"
    fi
}

wait_until_ready() {
    local patience=120 status=
    while [ "$patience" -gt 0 ]; do
        status=$(http_status "$(port)" /health/ready)
        [ "$status" != 200 ] || [ -z "$(running_release)" ] || return 0
        [ -n "$(running_release)" ] || [ "$patience" -gt 110 ] || break
        patience=$((patience - 1))
        sleep 0.5
    done
    controller_log >&2 || :
    if [ "$status" = 200 ]; then
        fail "installed, but what answers on port $(port) is another program" \
            "write another SERVER_PORT into $settings/controller.env, run this again" 3
    fi
    if [ -n "$status" ]; then
        fail "installed, but the controller is not ready: /health/ready answers $status" 'usenet services health' 3
    fi
    fail 'installed, but the controller does not answer' "read its log above, mend the cause, run this again" 3
}

say_what_next() {
    cat <<END
The controller is ready on http://127.0.0.1:$(port). Next:
  usenet hardware list       what this machine has
  usenet services preview    what would run, and why
  usenet services up         run it
END
}

# One installation at a time. No step inherits the lock: the controller and the engine outlive this script.
take_lock() {
    mkdir -p "$program"
    exec 9>"$program/.lock"
    flock -n 9 || fail 'another ./install.sh is running' 'wait for it to end'
}

main() {
    read_options "$@"
    choose_folders
    make_plan
    show_plan
    if $dry_run; then
        say_notes
        exit
    fi
    ask
    take_lock
    carry_out
    say_notes
    wait_until_ready
    remove_old_releases
    say_what_next
}

main "$@"
