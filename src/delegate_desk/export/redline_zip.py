"""A ZIP in which some parts are new and all others are the very bytes that were there (APPNOTE 4.3).

What is not named is copied as it lies, packed, with its times and extra fields; nothing of it is unpacked.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_EARLIEST = 33  # 1 January 1980, as MS-DOS says it
_UTF8 = 0x800
_LIMIT = 0xFFFFFFFF  # beyond it ZIP64 begins, in which no Word file of this size is written


class OddZipError(Exception):
    """The parts do not lie one behind the other, as every writer of Word files lays them."""


def rewritten(original: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with some parts replaced, or added at its end; every other one is copied byte for byte.

    Raises:
        OddZipError: If the file is laid out in a way that cannot be copied so.
    """
    with zipfile.ZipFile(io.BytesIO(original)) as bundle:
        infos = bundle.infolist()
        start = bundle.start_dir
        comment = bundle.comment
    records = _records(original, start, len(infos))
    offsets = sorted(info.header_offset for info in infos)
    ends = dict(zip(offsets, [*offsets[1:], start], strict=True))
    if len(ends) != len(infos):
        raise OddZipError
    written = io.BytesIO()
    directory: list[bytes] = []
    waiting = dict(parts)
    for info, record in zip(infos, records, strict=True):
        at = written.tell()
        if info.filename in waiting:
            directory.append(_replaced(written, record, waiting.pop(info.filename)))
            continue
        region = original[info.header_offset : ends[info.header_offset]]
        if len(region) < _LOCAL.size + info.compress_size or region[:4] != b"PK\3\4":
            raise OddZipError
        written.write(region)
        directory.append(_moved(record, at))
    directory += [_added(written, name, content) for name, content in waiting.items()]
    begin = written.tell()
    entries = b"".join(directory)
    written.write(entries)
    if begin >= _LIMIT or len(directory) >= 0xFFFF:
        raise OddZipError
    count = len(directory)
    written.write(_END.pack(b"PK\5\6", 0, 0, count, count, len(entries), begin, len(comment)) + comment)
    return written.getvalue()


def _records(original: bytes, at: int, count: int) -> list[bytes]:
    """The entries of the directory, as they are."""
    records = []
    for _ in range(count):
        if original[at : at + 4] != b"PK\1\2":
            raise OddZipError
        name, extra, comment = struct.unpack_from("<3H", original, at + 28)
        length = _CENTRAL.size + name + extra + comment
        records.append(original[at : at + length])
        at += length
    return records


def _moved(record: bytes, at: int) -> bytes:
    """An entry of the directory whose part lies elsewhere now."""
    fields = list(_CENTRAL.unpack_from(record))
    if _LIMIT in (fields[8], fields[9], fields[16]):
        raise OddZipError
    fields[16] = at
    return _CENTRAL.pack(*fields) + record[_CENTRAL.size :]


def _replaced(written: io.BytesIO, record: bytes, content: bytes) -> bytes:
    """Write a part anew under the name, the time and the attributes that it had."""
    _, _, _, flags, _, time, date, *_, name_length, _, _, _, inner, outer, _ = _CENTRAL.unpack_from(record)
    name = record[_CENTRAL.size : _CENTRAL.size + name_length]
    return _written(written, name, content, flags & _UTF8, time, date, inner, outer)


def _added(written: io.BytesIO, name: str, content: bytes) -> bytes:
    return _written(written, name.encode("ascii"), content, 0, 0, _EARLIEST, 0, 0)


def _written(
    written: io.BytesIO, name: bytes, content: bytes, flags: int, time: int, date: int, inner: int, outer: int
) -> bytes:
    at = written.tell()
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    what = (20, flags, zipfile.ZIP_DEFLATED, time, date, zlib.crc32(content), len(packed), len(content), len(name), 0)
    written.write(_LOCAL.pack(b"PK\3\4", *what) + name + packed)
    return _CENTRAL.pack(b"PK\1\2", 20, *what, 0, 0, inner, outer, at) + name
