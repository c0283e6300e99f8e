#!/bin/sh
# Feeds the samples to a running Redress: mails by SMTP, call logs through the watched folder, form
# posts through the API. Needs curl. Settings, with their defaults:
#
#   REDRESS_SMTP=127.0.0.1:3025            the mail server
#   REDRESS_PHONE_DIR=../data/phone-logs   the watched folder (default: relative to this file)
#   REDRESS_HTTP=http://127.0.0.1:8080     the service
set -u

samples=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
smtp=${REDRESS_SMTP:-127.0.0.1:3025}
smtp=smtp://${smtp#smtp://}
phone_dir=${REDRESS_PHONE_DIR:-${samples%/*}/data/phone-logs}
http=${REDRESS_HTTP:-http://127.0.0.1:8080}
http=${http%/}
failures=0

command -v curl >/dev/null || {
  echo 'send.sh needs curl. Install it and try again.' >&2
  exit 1
}

report_failure() {
  failures=$((failures + 1))
  printf '%s\n' "$*" >&2
}

# Says on which channel nobody answered, and what to do.
not_reachable() {
  report_failure "$1: nothing answers at $2. Start the service (mvn spring-boot:run)," \
    "wait until it is ready, or set $3."
}

# The address in From.
envelope_sender() {
  sed -n '/^From:/{s/^From: *//;s/ *(.*//;s/.*<\(.*\)>.*/\1/;p;q;}' "$1"
}

send_mails() {
  sent=0
  for mail in "$samples"/mail/*.eml; do
    error=$(curl -sS --noproxy '*' --max-time 30 --url "$smtp" \
      --mail-from "$(envelope_sender "$mail")" --mail-rcpt complaints@redress.local \
      --upload-file "$mail" 2>&1)
    case $? in
      0) sent=$((sent + 1)) ;;
      6 | 7 | 28)
        not_reachable mail "$smtp" REDRESS_SMTP
        break
        ;;
      *) report_failure "mail: ${mail##*/} was refused: $error" ;;
    esac
  done
  echo "mail   $sent mails sent to $smtp"
}

# A file is complete when it gets its name, so that the service never reads half of one.
drop_call_logs() {
  if [ ! -d "$phone_dir" ]; then
    not_reachable phone "$phone_dir (no such folder)" REDRESS_PHONE_DIR
    echo 'phone  0 call logs copied'
    return
  fi
  copied=0
  for log in "$samples"/phone-logs/*.csv "$samples"/phone-logs/*.jsonl; do
    part=$phone_dir/.${log##*/}.part
    if cp -- "$log" "$part" && mv -f -- "$part" "$phone_dir/${log##*/}"; then
      copied=$((copied + 1))
    else
      report_failure "phone: ${log##*/} could not be copied to $phone_dir"
    fi
  done
  echo "phone  $copied call logs copied to $phone_dir"
}

post_forms() {
  accepted=0
  for form in "$samples"/web/*.json; do
    name=${form##*/}
    answer=$(curl -sS --noproxy '*' --max-time 30 --user integrator:integrator \
      --header 'Content-Type: application/json' --header "Idempotency-Key: sample-${name%.json}" \
      --data-binary "@$form" --write-out '\n%{http_code}' "$http/api/v1/complaints" 2>&1)
    case $? in
      0) ;;
      6 | 7 | 28)
        not_reachable web "$http" REDRESS_HTTP
        break
        ;;
      *)
        report_failure "web: $name was not sent: $answer"
        continue
        ;;
    esac
    case $answer in
      *202) accepted=$((accepted + 1)) ;;
      *) report_failure "web: $name was refused: $answer" ;;
    esac
  done
  echo "web    $accepted form posts accepted by $http"
}

send_mails
drop_call_logs
post_forms

if [ "$failures" -gt 0 ]; then
  echo "$failures problem(s), see above." >&2
  exit 1
fi
echo "Done. The tickets are at $http"
