"""Screenshots as small PNG files: with a palette of at most 256 of their own colours."""

import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

MOST_BYTES = 100_000
_TRIES = (256, 128, 64, 48, 32, 24, 16)
"""Palette sizes to try: the first whose file is small enough is used."""


def save(image: QImage, target: Path) -> None:
    """Save a picture with eight bits per pixel, with as many colours as its size allows."""
    for most in _TRIES:
        if not of_colours(image, most).save(str(target), quality=0):  # Qt's best compression
            sys.exit(f"{target} was not written.")
        if target.stat().st_size < MOST_BYTES:
            return
    sys.exit(f"{target} is larger than {MOST_BYTES} bytes.")


def of_colours(image: QImage, most: int) -> QImage:
    """Return a picture with eight bits per pixel, each the nearest colour of a palette of its own colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    points = rows[:, : plain.width()] & 0xFFFFFF
    colours, where, counts = np.unique(points, return_inverse=True, return_counts=True)
    channels = np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1).astype(np.int32)
    chosen = _chosen(channels, counts, most)
    nearest = np.empty(len(colours), np.uint8)
    for begin in range(0, len(colours), 4096):
        part = channels[begin : begin + 4096, None, :] - chosen[None, :, :]
        nearest[begin : begin + 4096] = (part * part).sum(axis=2).argmin(axis=1)
    indexed = np.zeros((plain.height(), (plain.width() + 3) // 4 * 4), np.uint8)
    indexed[:, : plain.width()] = nearest[where].reshape(points.shape)
    made = QImage(indexed.tobytes(), plain.width(), plain.height(), indexed.shape[1], QImage.Format.Format_Indexed8)
    made.setColorTable([0xFF000000 | int(red) << 16 | int(green) << 8 | int(blue) for red, green, blue in chosen])
    return made.copy()


def _chosen(channels: NDArray[np.int32], counts: NDArray[np.int64], most: int) -> NDArray[np.int32]:
    """Return the palette: median cut of the colours along the widest channel."""
    if len(channels) <= most:
        return channels
    boxes = [np.arange(len(channels))]
    while len(boxes) < most:
        spread = [_spread(channels[box], counts[box]) for box in boxes]
        widest = int(np.argmax([worth for worth, _ in spread]))
        worth, channel = spread[widest]
        if worth <= 0:
            break
        box = boxes.pop(widest)
        box = box[np.argsort(channels[box, channel], kind="stable")]
        values = channels[box, channel]
        middle = (values * counts[box]).sum() / counts[box].sum()
        cut = min(max(int(np.searchsorted(values, middle, side="right")), 1), len(box) - 1)
        boxes += [box[:cut], box[cut:]]
    return np.stack([_mean(channels[box], counts[box]) for box in boxes])


def _spread(channels: NDArray[np.int32], counts: NDArray[np.int64]) -> tuple[float, int]:
    """Return the value of cutting a box of colours, and the channel."""
    if len(channels) < 2:
        return 0.0, 0
    mean = (channels * counts[:, None]).sum(axis=0) / counts.sum()
    off = (((channels - mean) ** 2) * np.sqrt(counts)[:, None]).sum(axis=0)
    return float(off.max()), int(off.argmax())


def _mean(channels: NDArray[np.int32], counts: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return the colour of a box: the one of most of its pixels, if it has half of them, else their mean."""
    if counts.max() * 2 >= counts.sum():
        most: NDArray[np.int32] = channels[counts.argmax()]
        return most
    mean: NDArray[np.int32] = np.rint((channels * counts[:, None]).sum(axis=0) / counts.sum()).astype(np.int32)
    return mean
