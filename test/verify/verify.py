#!/usr/bin/env python3
"""Checks archives of a till's journal without the program that made them.

Written from docs/formats (records.md, archive.md, heads.md) alone, so that the pages can be trusted to say
everything. Usage: verify.py FILE|FOLDER [--heads FILE], or verify.py --stream (one path a line on standard input).
"""
import argparse
import base64
import functools
import hashlib
import io
import json
import os
import re
import sys
import zlib
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Iterable, NoReturn, Optional

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

CHAINS = ("sale", "closing", "copy", "event")
KINDS = ("cash", "bankCard", "structureCredit")
COUNTS = ("sales", "returns", "corrections", "totalCents", "absoluteCents", "referenceCents", "savingCents")
SUMMED = ("totalCents", "referenceCents", "savingCents")
VAT = ("grossCents", "netCents", "taxCents")
ZEROS = "0" * 64
SUFFIX = ".comptoir-archive"
UNPACKED_LIMIT = 256 * 1024 * 1024  # far above any journal; a hostile gzip must not fill the memory
HASH = re.compile("[0-9a-f]{64}")
RECORD_FIELDS = {"v", "chain", "seq", "at", "businessDay", "till", "type", "payload", "previousHash", "keyId"}
HEADER_FIELDS = {"t", "v", "site", "siteName", "siret", "till", "period", "madeAt", "appVersion", "keyId", "chains"}
# What json.dumps writes otherwise than RFC 8785: keys beyond the BMP are sorted by UTF-16, large integers are doubles.
RARE = re.compile("[\U00010000-\U0010ffff]|[0-9]{16}")
MALFORMED = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
Fault = tuple[str, int, str]  # the chain and number of a record that does not hold, and the word for it


def require(holds: bool) -> None:
    """Everything malformed, and every sum that does not hold, leaves as a ValueError for the caller's word."""
    if not holds:
        raise ValueError


def es_number(value: float) -> str:
    """The number as ECMAScript writes it, which is what RFC 8785 asks."""
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        text = format(Decimal(repr(value)), "f")
        return text[:-2] if text.endswith(".0") else text
    return re.sub(r"e([+-])0*", r"e\1", repr(value))


def refuse(text: str) -> NoReturn:
    """Python's json would read NaN and Infinity."""
    raise ValueError(text)


def fraction(text: str) -> float:
    """Refused at once when not in its one form, as its text is lost afterwards."""
    require(es_number(float(text)) == text)
    return float(text)


def parse(text: str) -> Any:
    return json.loads(text, parse_float=fraction, parse_constant=refuse)


def dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def encode(value: Any) -> str:
    """RFC 8785, for the rare values on which json.dumps differs from it."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{dumps(key)}:{encode(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(encode, value)) + "]"
    if isinstance(value, float) or (type(value) is int and abs(value) > 2**53):
        return es_number(float(value))
    return dumps(value)


def parse_canonical(text: str, fields: set[str]) -> dict[str, Any]:
    """The object in a text that is its own RFC 8785 form, with exactly these fields."""
    value = parse(text)
    require(isinstance(value, dict) and value.keys() == fields)
    require(dumps(value) == text and not RARE.search(text) or encode(value) == text)
    return value


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def unbase64(text: Any, size: int) -> bytes:
    """Only the one text that these bytes have is taken: Python decodes others too."""
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    require(len(raw) == size and base64.urlsafe_b64encode(raw).rstrip(b"=").decode() == text)
    return raw


@functools.lru_cache(maxsize=100_000)  # archives overlap, and a signature is most of the time a record takes
def proven(key: bytes, signature: str, text: str) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(unbase64(signature, 64), text.encode())
        return True
    except (InvalidSignature, *MALFORMED):
        return False


def signature_holds(key: bytes, signature: Any, purpose: str, digest: str) -> bool:
    return isinstance(signature, str) and proven(key, signature, f"comptoir/{purpose}/1\n{digest}")


def integer(value: Any) -> int:
    """Amounts and numbers are integers; in Python True would pass for 1."""
    require(type(value) is int)
    return value


def by_kind(value: dict[str, Any]) -> dict[str, int]:
    require(value.keys() == set(KINDS))
    return {kind: integer(value[kind]) for kind in KINDS}


def merge(parts: Iterable[dict[str, Any]], version: int) -> dict[str, Any]:
    """The sum of totals; of one alone, that one in the only form it may have. Version 1 merged the rates of a code."""
    total: dict[str, Any] = {name: 0 for name in COUNTS}
    tender = dict.fromkeys(KINDS, 0)
    vat: dict[tuple[str, int], dict[str, Any]] = {}
    for part in parts:
        for name in COUNTS:
            total[name] += integer(part[name])
        for kind, cents in by_kind(part["byTender"]).items():
            tender[kind] += cents
        for entry in part["vat"]:
            code = entry["code"]
            rate = integer(entry["rateBasisPoints"])
            row = vat.setdefault((code, rate if version > 1 else 0), {"code": code, "rateBasisPoints": rate, **dict.fromkeys(VAT, 0)})
            for name in VAT:
                row[name] += integer(entry[name])
    return {**total, "byTender": tender, "vat": [vat[key] for key in sorted(vat)]}


def net_of(gross: int, rate: int) -> int:
    """The amount without VAT, halves rounded away from zero."""
    require(rate >= 0)
    net = (2 * abs(gross) * 10000 + 10000 + rate) // (2 * (10000 + rate))
    return net if gross >= 0 else -net


def ticket_part(payload: dict[str, Any]) -> dict[str, Any]:
    """What a sale or a return brings to a closing."""
    sums, gross = dict.fromkeys(COUNTS, 0), {}
    for line in payload["lines"]:
        quantity, total, reference = (integer(line[name]) for name in ("quantity", "totalCents", "referenceCents"))
        require(total == quantity * integer(line["unitPriceCents"])
                and reference == quantity * integer(line["unitReferenceCents"])
                and integer(line["savingCents"]) == reference - total)
        for name in SUMMED:
            sums[name] += line[name]
        gross[line["vatCode"]] = gross.get(line["vatCode"], 0) + total
    require(all(integer(payload[name]) == sums[name] for name in SUMMED))
    sums["absoluteCents"] = abs(sums["totalCents"])
    net, entered = by_kind(payload["netByKind"]), dict.fromkeys(KINDS, 0)
    for tender in payload["tenders"]:
        entered[tender["kind"]] += integer(tender["cents"])
    entered["cash"] -= integer(payload["changeCents"])
    require(entered == net and sum(net.values()) == sums["totalCents"])
    require([row["code"] for row in payload["vat"]] == sorted(gross))
    for row in payload["vat"]:
        cents = gross[row["code"]]
        without = net_of(cents, integer(row["rateBasisPoints"]))
        require([integer(row[name]) for name in VAT] == [cents, without, cents - without])
    return {**sums, "byTender": net, "vat": payload["vat"]}


def sale_part(kind: str, payload: dict[str, Any]) -> dict[str, Any]:
    """What one record of the chain `sale` brings to a closing."""
    if kind in ("sale", "return"):
        return {**ticket_part(payload), f"{kind}s": 1}
    part = {**dict.fromkeys(COUNTS, 0), "byTender": dict.fromkeys(KINDS, 0), "vat": []}
    if kind == "correction":
        part["corrections"] = 1
        if payload["change"]["what"] == "tender":
            part["byTender"] = by_kind(payload["change"]["byKind"])
            require(sum(part["byTender"].values()) == 0)
    return part


def check_closing(kind: str, payload: dict[str, Any], version: int) -> None:
    """The sums inside a closing."""
    totals, differences = payload["totals"], payload.get("differences", [])
    require(dumps(merge([totals], version)) == dumps(totals) and sum(totals["byTender"].values()) == totals["totalCents"])
    for row in differences:
        require(integer(row["differenceCents"]) == integer(row["countedCents"]) - integer(row["expectedCents"]))
    if kind == "session":
        cash = integer(payload["floatCents"]) + integer(payload["payInCents"]) - integer(payload["dropCents"])
        expected = {**totals["byTender"], "cash": totals["byTender"]["cash"] + cash}
        require(len(differences) == len(KINDS))
        require({row["tender"]: row["expectedCents"] for row in differences} == expected)
        count = payload["cashCount"]
        require(all(re.fullmatch("[1-9][0-9]{0,9}", unit) for unit in count))
        counted = sum(int(unit) * integer(number) for unit, number in count.items())
        require(counted == integer(payload["floatLeftCents"]) + integer(payload["takingsCents"]))
        require(all(row["countedCents"] == counted for row in differences if row["tender"] == "cash"))


def span(value: dict[str, Any]) -> tuple[int, int]:
    start, end = integer(value["from"]), integer(value["to"])
    require(start >= 1 and end >= start - 1)
    return start, end


class Judge:
    """Judges the records of one archive in the order of the file, knowing only those that came before."""

    def __init__(self, header: dict[str, Any], key: bytes) -> None:
        self.header, self.key, self.carried = header, key, CHAINS[0]
        self.first = {chain: entry["firstSeq"] for chain, entry in header["chains"].items()}
        self.heads: dict[str, tuple[int, str]] = {}
        for chain, entry in header["chains"].items():
            before, link = entry["firstSeq"] - 1, entry["previousHash"]
            self.heads[chain] = (before, link if before > 0 or link == ZEROS else "")  # nothing can link to ""
        self.sales: dict[int, dict[str, Any]] = {}
        self.days: dict[int, tuple[str, dict[str, Any]]] = {}
        self.covered: dict[str, int] = {}  # where the last `session` and the last `day` ended
        self.perpetual: Optional[list[int]] = None  # of the last `day`
        self.waiting: list[tuple[int, str]] = []  # sessions whose `day` record is still to come

    def judge(self, line: dict[str, Any]) -> Optional[Fault]:
        """The record that does not hold, once this line is read."""
        chain, seq = line["chain"], line["seq"]
        word, record = self.prove(line)
        if word is not None:
            return chain, seq, word
        kind, payload = record["type"], record["payload"]
        try:
            word = "wrong-sums"
            if chain == "sale":
                self.sales[seq] = sale_part(kind, payload)
            elif chain == "closing" and kind in ("session", "day", "month", "year"):
                if kind == "day":  # trusted by now: the sessions before it, which stand first, are judged by it
                    for session, perpetual in self.waiting:
                        if dumps(payload["perpetual"]) != perpetual:
                            return chain, session, "wrong-totals"
                    self.waiting.clear()
                check_closing(kind, payload, record["v"])
                word = "wrong-totals"
                self.check_totals(seq, kind, record)
        except MALFORMED:
            return chain, seq, word
        return None

    def prove(self, line: dict[str, Any]) -> tuple[Optional[str], dict[str, Any]]:
        """The checks of a record and of its place, before any sum: the word, or the record inside."""
        chain, seq, text, record = line["chain"], line["seq"], line["bytes"], {}
        try:
            word = "wrong-hash"
            require(sha256(text.encode()) == line["hash"])
            word = "not-canonical"
            record = parse_canonical(text, RECORD_FIELDS)
            require(integer(record["v"]) in (1, 2) and isinstance(record["payload"], dict)
                    and isinstance(record["type"], str) and isinstance(record["businessDay"], str))
            word = "wrong-chain"
            require(record["chain"] == chain and CHAINS.index(chain) >= CHAINS.index(self.carried))
            before, link = self.heads[chain]
            word = "wrong-sequence"
            require(integer(record["seq"]) == seq and seq == before + 1)
            word = "broken-link"
            require(record["previousHash"] == link)
            word = "wrong-signature"
            require(record["keyId"] == self.header["keyId"])
            require(signature_holds(self.key, line["signature"], "record", line["hash"]))
            word = "wrong-till"
            require(record["till"] == self.header["till"])
        except MALFORMED:
            return word, {}
        self.carried, self.heads[chain] = chain, (seq, line["hash"])
        return None, record

    def check_totals(self, seq: int, kind: str, record: dict[str, Any]) -> None:
        """The sums of a closing with the records that it covers, as far as they are in this archive."""
        payload, totals = record["payload"], record["payload"]["totals"]
        perpetual = [integer(payload["perpetual"][name]) for name in ("netCents", "absoluteCents")]
        start, end = span(payload["sales" if kind in ("session", "day") else "days"])
        whole = self.first["closing"] == 1  # nothing of the chain lies before this archive
        if kind in ("month", "year"):
            require(end < seq)
            if self.perpetual is not None or whole:
                require(perpetual == (self.perpetual or [0, 0]))
            if start > end or start >= self.first["closing"]:
                covered = [part for number, (day, part) in self.days.items()
                           if start <= number <= end and day.startswith(payload["period"])]
                require(dumps(merge(covered, record["v"])) == dumps(totals))
            return
        require(start > end or end < self.first["sale"] or end in self.sales)
        if start > end or start in self.sales:
            require(dumps(merge((self.sales[number] for number in range(start, end + 1)), record["v"])) == dumps(totals))
        if kind in self.covered or whole:
            require(start == self.covered.get(kind, 0) + 1)
        self.covered[kind] = end
        if kind == "session":
            self.waiting.append((seq, dumps(payload["perpetual"])))
            return
        if self.perpetual is not None or whole:
            net, absolute = self.perpetual or [0, 0]
            require(perpetual == [net + totals["totalCents"], absolute + totals["absoluteCents"]])
        self.perpetual, self.days[seq] = perpetual, (record["businessDay"], totals)


@dataclass
class Archive:
    """What could be read of one file, and the answer to it."""
    name: str
    header: Optional[dict[str, Any]] = None
    key: bytes = b""
    key_id: Optional[str] = None
    lines: list[dict[str, Any]] = field(default_factory=list)
    count: Optional[int] = None
    readable: bool = False
    first: Optional[Fault] = None
    word: Optional[str] = None
    held: dict[str, dict[int, str]] = field(default_factory=lambda: {chain: {} for chain in CHAINS})

    @property
    def ok(self) -> bool:
        return self.first is None and self.word is None

    def answer(self) -> dict[str, Any]:
        first = dict(zip(("chain", "seq", "word"), self.first)) if self.first else None
        answer = {"file": self.name, "ok": self.ok, "records": len(self.lines), "first": first, "word": self.word}
        if not self.readable:
            last = self.lines[-1] if self.lines else None
            answer["last"] = last and {"chain": last["chain"], "seq": last["seq"]}
        return answer


def inflate(data: bytes) -> tuple[bytes, bool]:
    """What comes out of a gzip file, as far as it goes, and whether it was one whole member and nothing else."""
    inflater, out = zlib.decompressobj(31), bytearray()
    try:
        for start in range(0, len(data), 1024):
            out += inflater.decompress(data[start:start + 1024])
            if len(out) > UNPACKED_LIMIT:
                return bytes(out), False
    except zlib.error:
        return bytes(out), False
    return bytes(out), inflater.eof and not inflater.unused_data


def check_header(header: dict[str, Any]) -> None:
    require(header["t"] == "archive" and integer(header["v"]) == 1)
    require(isinstance(header["till"], str) and header["chains"].keys() == set(CHAINS))
    for chain in header["chains"].values():
        require(chain.keys() == {"firstSeq", "lastSeq", "previousHash", "lastHash"} and integer(chain["firstSeq"]) >= 1
                and integer(chain["lastSeq"]) >= chain["firstSeq"] - 1)
        require(bool(HASH.fullmatch(chain["previousHash"]) and HASH.fullmatch(chain["lastHash"])))


def read_key(archive: Archive, text: str) -> None:
    line = parse_canonical(text, {"keyId", "publicKey", "t"})
    raw = unbase64(line["publicKey"], 32)
    require(line["t"] == "key" and line["keyId"] == base64.b32encode(hashlib.sha256(raw).digest())[:8].decode())
    archive.key, archive.key_id = raw, line["keyId"]


def read_lines(archive: Archive, data: bytes) -> None:
    """Fills the archive line by line, so that what stands before damage is known; raises at the damage."""
    unpacked, whole = inflate(data)
    read_key(archive, unpacked.split(b"\n", 2)[1].decode())  # first: the detached signature is judged by it
    for number, raw in enumerate(io.BytesIO(unpacked)):
        require(raw.endswith(b"\n") and archive.count is None)
        text = raw[:-1].decode()
        if number == 0:
            archive.header = parse_canonical(text, HEADER_FIELDS)
            check_header(archive.header)
            require(archive.header["keyId"] == archive.key_id)
            continue
        line = parse(text)
        if number == 2:
            require(parse_canonical(text, {"t", "text"})["t"] == "readme" and isinstance(line["text"], str))
        elif number > 2 and line["t"] == "record":
            require(line.keys() == {"bytes", "chain", "hash", "seq", "signature", "t"})
            require(isinstance(line["chain"], str) and type(line["seq"]) is int)
            archive.lines.append(line)
        elif number > 2:
            require(parse_canonical(text, {"records", "t"})["t"] == "end")
            archive.count = integer(line["records"])
    archive.readable = whole and archive.count is not None


def file_signature_holds(archive: Archive, path: str, data: bytes) -> bool:
    try:
        with open(path + ".sig", encoding="utf-8", newline="") as file:
            text = file.read(4096)
        sig = parse_canonical(text[:-1], {"file", "fileSha256", "keyId", "kind", "signature", "v"})
        return (text.endswith("\n") and integer(sig["v"]) == 1 and sig["kind"] == "comptoir-archive-signature"
                and sig["file"] == archive.name and sig["fileSha256"] == sha256(data)
                and sig["keyId"] == archive.key_id
                and signature_holds(archive.key, sig["signature"], "archive", sig["fileSha256"]))
    except (OSError, *MALFORMED):
        return False


def verify(path: str) -> Archive:
    """One answer a file: the first record that does not hold, else the word for the whole."""
    archive = Archive(os.path.basename(path))
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError):
        archive.word = "unreadable"
        return archive
    try:
        read_lines(archive, data)
    except MALFORMED:
        pass
    signed = file_signature_holds(archive, path, data)
    if not archive.readable:
        archive.word = "unreadable"
        return archive
    judge = Judge(archive.header, archive.key)
    for line in archive.lines:
        archive.first = judge.judge(line)
        if archive.first is not None:
            return archive
        archive.held[line["chain"]][line["seq"]] = line["hash"]
    stated = {chain: (entry["lastSeq"], entry["lastHash"]) for chain, entry in archive.header["chains"].items()}
    if not signed:
        archive.word = "wrong-file-signature"
    elif judge.heads != stated or archive.count != len(archive.lines):
        archive.word = "wrong-manifest"
    return archive


def compare(archives: list[Archive]) -> Iterable[dict[str, Any]]:
    """Gaps between the archives of each till, and numbers at which two of them say another hash."""
    known = [archive for archive in archives if archive.readable]
    for till in sorted({archive.header["till"] for archive in known}):
        own = [archive for archive in known if archive.header["till"] == till]
        keys = sorted({archive.header["keyId"] for archive in own})
        if len(keys) > 1:
            yield {"disagreement": {"till": till, "keyIds": keys}}
        for chain in CHAINS:
            reach, said = None, {}
            for archive in sorted(own, key=lambda one: one.header["chains"][chain]["firstSeq"]):
                entry = archive.header["chains"][chain]
                if reach is not None and entry["firstSeq"] > reach + 1:
                    yield {"gap": {"till": till, "chain": chain, "from": reach + 1, "to": entry["firstSeq"] - 1}}
                reach = max(reach or 0, entry["lastSeq"])
                claims = {entry["firstSeq"] - 1: entry["previousHash"], entry["lastSeq"]: entry["lastHash"],
                          **archive.held[chain]}
                for seq in sorted(claims):
                    other, digest = said.setdefault(seq, (archive.name, claims[seq]))
                    if digest != claims[seq]:
                        yield {"disagreement": {"till": till, "chain": chain, "seq": seq,
                                                "files": [other, archive.name]}}
                        break


def compare_heads(path: str, archives: list[Archive]) -> dict[str, Any]:
    """Where the till said it stood. An archive that does not hold proves nothing of how far it had come."""
    answer: dict[str, Any] = {"heads": os.path.basename(path), "ok": False, "word": "head-damaged", "chains": {}}
    try:
        with open(path, "rb") as file:
            data = file.read(1025)
        body_text, seal_text, spaces, rest = data.decode().split("\n")
        body = parse_canonical(body_text, {"at", "heads", "till", "v"})
        seal = parse_canonical(seal_text, {"keyId", "kind", "signature"})
        require(len(data) == 1024 and not spaces.strip(" ") and not rest)
        require(integer(body["v"]) == 1 and seal["kind"] == "heads" and body["heads"].keys() == set(CHAINS))
        for head in body["heads"].values():
            require(head.keys() == {"seq", "hash"} and integer(head["seq"]) >= 0 and bool(HASH.fullmatch(head["hash"])))
        own = [one for one in archives if one.ok and one.header["till"] == body["till"]]
        if not own:
            return {**answer, "word": "no-archive"}
        own = [one for one in own if one.header["keyId"] == seal["keyId"]]
        require(bool(own))
        require(signature_holds(own[0].key, seal["signature"], "heads", sha256(body_text.encode())))
    except (OSError, *MALFORMED):
        return answer
    for chain, head in body["heads"].items():
        said, reach, seq = {0: ZEROS}, 0, head["seq"]
        for one in own:
            entry = one.header["chains"][chain]
            said.update({entry["firstSeq"] - 1: entry["previousHash"], **one.held[chain]})
            reach = max(reach, entry["lastSeq"])
        if said.get(seq, head["hash"]) != head["hash"]:
            answer["chains"][chain] = {"word": "rewritten", "seq": seq}
        elif seq > reach:
            answer["chains"][chain] = {"word": "missing", "from": reach + 1, "to": seq}
        else:
            answer["chains"][chain] = {"word": "equal" if seq == reach else "behind"}
    holds = all(entry["word"] in ("equal", "behind") for entry in answer["chains"].values())
    return {**answer, "ok": holds, "word": None}


def stream() -> int:
    holds = True
    sys.stdin.reconfigure(errors="surrogateescape")
    for path in sys.stdin:
        archive = verify(path.rstrip("\r\n"))
        holds = holds and archive.ok
        print(json.dumps(archive.answer()), flush=True)
    return 0 if holds else 1


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks archives of a till's journal.")
    parser.add_argument("path", nargs="?", help="an archive, or a folder of them")
    parser.add_argument("--heads", help="the till's head file, to compare with")
    parser.add_argument("--stream", action="store_true", help="answer each path of standard input at once")
    options = parser.parse_args()
    if options.stream != (options.path is None) or (options.stream and options.heads):
        parser.error("either one FILE or FOLDER, or --stream alone")
    if options.stream:
        return stream()
    paths = [options.path]
    if os.path.isdir(options.path):
        paths = sorted(entry.path for entry in os.scandir(options.path) if entry.name.endswith(SUFFIX))
    if not paths or not all(os.path.isfile(path) for path in [*paths, options.heads or paths[0]]):
        parser.error("no such file, or no archive in the folder")
    archives = [verify(path) for path in paths]
    answers = [archive.answer() for archive in archives] + list(compare(archives))
    if options.heads is not None:
        answers.append(compare_heads(options.heads, archives))
    for answer in answers:
        print(json.dumps(answer))
    return 0 if all(answer.get("ok", False) for answer in answers) else 1


if __name__ == "__main__":
    sys.exit(main())
