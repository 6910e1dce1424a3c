"""Second opinion on the data files: the JSON Schemas of schemas/, checked by python3-jsonschema.

usage: check_schemas.py SCHEMAS [SCHEMA FILE]...
Without pairs it checks every data file of the form directory.
"""
import json
import pathlib
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])
pairs = [(a, pathlib.Path(b)) for a, b in zip(sys.argv[2::2], sys.argv[3::2])]
if not pairs:
    forms = root / "forms"
    pairs = [("forms.schema.json", forms / name) for name in
             ("meta.json", "pages.json", "addressees.json", "sentences.json")]
    pairs.append(("countries.schema.json", forms / "countries.json"))
    pairs.append(("authorities.schema.json", root / "authorities.json"))
    pairs += [("strings.schema.json", path) for path in sorted((root / "strings").glob("*.json"))]
    pairs += [("letters.schema.json", path) for path in sorted((root / "letters").glob("*/*.json"))]

schemas = {path.name: json.loads(path.read_text("utf-8")) for path in root.glob("*.schema.json")}
store = {schema["$id"]: schema for schema in schemas.values() if "$id" in schema}
failures = 0
for name, path in pairs:
    schema = schemas[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver.from_schema(schema, store=store)
    validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
    for error in validator.iter_errors(json.loads(path.read_text("utf-8"))):
        failures += 1
        print(f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}", file=sys.stderr)
print(f"{len(pairs)} files, {failures} failures")
sys.exit(1 if failures or not pairs else 0)
