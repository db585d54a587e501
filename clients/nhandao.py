"""The API from Python, with nothing but its own library.

    NHANDAO_KEY=nhandao_… python3 clients/nhandao.py 057_cv.pdf
"""
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


class NhanDao:
    def __init__(self, url, key, attempts=6):
        self.url, self.key, self.attempts = url.rstrip("/"), key, attempts

    def send(self, method, path, body=None, **headers):
        """The answer's headers and JSON; a busy service is asked again after as long as it says."""
        for attempt in range(1, self.attempts + 1):
            request = urllib.request.Request(self.url + path, body, {"Authorization": "Bearer " + self.key, **headers}, method=method)
            try:
                with urllib.request.urlopen(request) as answer:
                    return answer.headers, json.loads(answer.read() or b"null")
            except urllib.error.HTTPError as refusal:
                if refusal.code not in (429, 503) or attempt == self.attempts:
                    problem = json.loads(refusal.read() or b"{}")
                    raise SystemExit(f"{refusal.code}: {problem.get('title', '')} {problem.get('detail', '')}") from None
                time.sleep(float(refusal.headers.get("Retry-After", 1)))

    def parse(self, path):
        """The id and the record of a letter, waited for in the background."""
        with open(path, "rb") as file:
            body = file.read()
        name = urllib.parse.quote(os.path.basename(path))
        headers, answer = self.send("POST", f"/v1/letters?name={name}", body, **{"Content-Type": "application/octet-stream", "Prefer": "respond-async"})
        if "schema" in answer:  # known already
            return int(headers["Location"].rsplit("/", 1)[1]), answer
        while not answer["endedAt"]:
            time.sleep(1)
            _, answer = self.send("GET", f"/v1/jobs/{answer['id']}")
        if answer["state"] != "done":
            raise SystemExit(f"{answer['state']}: {answer['reason']}")
        link = answer["letters"][0]
        return int(link.rsplit("/", 1)[1]), self.send("GET", link)[1]

    def correct(self, letter, **fields):
        patch = json.dumps(fields).encode()
        return self.send("PATCH", f"/v1/letters/{letter}", patch, **{"Content-Type": "application/merge-patch+json"})[1]


if __name__ == "__main__":
    client = NhanDao(os.environ.get("NHANDAO_URL", "http://127.0.0.1:8080"), os.environ["NHANDAO_KEY"])
    for path in sys.argv[1:]:
        id, letter = client.parse(path)
        print(id, letter["number"]["value"], letter["date"]["value"], letter["subject"]["value"], sep="\t")
        for directive in letter["directives"]:
            who = ", ".join(lead["name"] for lead in directive["leads"])
            print("", who, (directive["deadline"] or {}).get("raw", ""), directive["text"][:70], sep="\t")
