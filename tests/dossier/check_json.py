"""Checks what a dossier carries against the schemas, by another maker's validator.

usage: check_json.py SCHEMAS FOLDER     FOLDER holds the attachments of a dossier, and may hold bundle headers
"""
import json
import pathlib
import sys

import jsonschema


def validator(schemas, name):
    schema = json.loads((schemas / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def main():
    schemas, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    checked = 0
    for pattern, name, lines in (("manifest*.json", "manifest", False), ("*-record.json", "capture-record", False),
                                 ("custody*.jsonl", "custody-entry", True), ("*.bundle.json", "capture-bundle", False)):
        check = validator(schemas, name)
        for path in sorted(folder.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            for part in text.splitlines() if lines else [text]:
                value = json.loads(part)
                check.validate(value)
                canonical = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
                # Keys are ASCII and numbers whole here, so that this is RFC 8785 too.
                assert canonical == part, f"{path.name} isn't canonical"
                checked += 1
    print(checked)


main()
