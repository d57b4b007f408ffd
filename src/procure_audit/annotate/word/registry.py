"""What a Word file says of its own parts: their kinds and how they refer to one another (ECMA-376 part 2)."""

from __future__ import annotations

import posixpath

from lxml import etree

from ...model import UnreadableError
from ...readers.word.package import Package
from ..parts import written

_TYPES = "[Content_Types].xml"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Registry:
    """Where the comments of a file stand, and what must be said of them where there were none."""

    def __init__(self, package: Package) -> None:
        self._package = package
        folder, file = posixpath.split(package.main)
        self._relations = posixpath.join(folder, "_rels", f"{file}.rels")
        self._is_new = not package.path_of("comments")
        self.comments = package.path_of("comments") or self._free(folder)
        self.extended = package.path_of("commentsExtended")

    def _free(self, folder: str) -> str:
        names = ("comments", *(f"comments{number}" for number in range(1, 1000)))
        free = (posixpath.join(folder, f"{name}.xml") for name in names)
        return next(name for name in free if name not in self._package.names())

    def parts(self) -> dict[str, bytes]:
        """The parts that must change so that the comments are known; none where they were."""
        if not self._is_new:
            return {}
        types = self._package.part(_TYPES)
        if types is None:
            raise UnreadableError("it doesn't say what its parts are", "open it in Word and save it anew")
        kind = {"PartName": f"/{self.comments}", "ContentType": _COMMENTS_TYPE}
        etree.SubElement(types, f"{{{_CONTENT}}}Override", kind)
        return {_TYPES: written(types), self._relations: written(self._related())}

    def _related(self) -> etree._Element:
        root = self._package.part(self._relations)
        if root is None:
            root = etree.Element(f"{{{_RELATIONS}}}Relationships")
        known = {relation.get("Id") for relation in root}
        key = next(key for key in (f"rId{number}" for number in range(1, len(known) + 2)) if key not in known)
        target = posixpath.basename(self.comments)
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", {"Id": key, "Type": _COMMENTS, "Target": target})
        return root
