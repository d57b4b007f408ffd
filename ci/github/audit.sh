#!/usr/bin/env bash
# What the action runs: annotations in the log, the report in the job's summary, reports in files. Ends with the exit
# code of procure-audit. Reads TENDERS and OPTIONS (one on each line), REPORTS (a folder), and what GitHub sets.
set -uo pipefail
IFS=$'\n'

set -f  # an option is no pattern
options=(${OPTIONS-})
set +f
shopt -s nullglob  # a pattern that fits nothing is nothing
tenders=(${TENDERS:-tenders/*/})
if [ ${#tenders[@]} -eq 0 ]; then
  echo "::error::There is no tender to audit: nothing fits the patterns of the input \"tenders\"."
  echo "code=3" >> "${GITHUB_OUTPUT:-/dev/null}"
  exit 3
fi

reports=${REPORTS:-procure-audit-reports}
mkdir -p "$reports" || exit 2
rm -f "$reports"/report.{md,html,json,sarif,xml,xlsx}  # none of an earlier run may be taken for this one's

# Only annotations go to the log: they are escaped, so no document can give orders to the runner.
code=0
procure-audit check --no-progress --format github ${options[@]+"${options[@]}"} \
  --output "markdown=$reports/report.md" --output "html=$reports/report.html" --output "json=$reports/report.json" \
  --output "sarif=$reports/report.sarif" --output "junit=$reports/report.xml" --output "xlsx=$reports/report.xlsx" \
  -- "${tenders[@]}" || code=$?

if [ -f "$reports/report.md" ]; then
  head -c 1000000 "$reports/report.md" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"  # GitHub refuses a summary above 1 MiB
fi
{
  echo "code=$code"
  if [ -f "$reports/report.sarif" ]; then echo "sarif=$reports/report.sarif"; fi
} >> "${GITHUB_OUTPUT:-/dev/null}"
exit "$code"
