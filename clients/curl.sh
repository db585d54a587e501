#!/usr/bin/env bash
# The API from a shell. NHANDAO_URL and NHANDAO_KEY say where and with which key; the argument is a letter.
set -euo pipefail
url=${NHANDAO_URL:-http://127.0.0.1:8080} file=$1
auth=(--silent --show-error --fail-with-body -H "Authorization: Bearer $NHANDAO_KEY")

# A file in, its record out.
curl "${auth[@]}" -F "file=@$file" "$url/v1/letters" -o /dev/null -D - | sed -n 's/^[Ll]ocation: *//p' | tr -d '\r'

# In the background: 202 with a job, unless the same file is known already.
curl "${auth[@]}" -H "Prefer: respond-async" -H "Idempotency-Key: $(sha256sum "$file" | cut -c1-32)" -F "file=@$file" "$url/v1/letters" -o /dev/null -w '%{http_code}\n'

# What is to be looked at, least sure first; what falls due.
curl "${auth[@]}" "$url/v1/letters?needsReview=true&order=doubt&limit=5"
echo
curl "${auth[@]}" "$url/v1/directives?open=true&limit=5"
echo
