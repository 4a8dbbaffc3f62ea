"""OKLab and OKLCH, in which moving the lightness leaves the hue as people see it.

The matrices are those that Björn Ottosson published in “A perceptual color space for image processing” (2020),
https://bottosson.github.io/posts/oklab/. OKLCH is the same space in polar coordinates: chroma is the distance from
grey, hue the direction. Scaling both of OKLab's `a` and `b` changes the chroma and keeps the hue, so no angle is
needed here.
"""

from math import cbrt

from .srgb import Linear

Lab = tuple[float, float, float]
"""Lightness from 0 to 1; green to red; blue to yellow."""


def to_oklab(light: Linear) -> Lab:
    """OKLab of linear light."""
    red, green, blue = light
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def from_oklab(lab: Lab) -> Linear:
    """Linear light of OKLab. What no screen can show has parts below 0 or above 1."""
    lightness, a, b = lab
    long = lightness + 0.3963377774 * a + 0.2158037573 * b
    middle = lightness - 0.1055613458 * a - 0.0638541728 * b
    short = lightness - 0.0894841775 * a - 1.2914855480 * b
    long, middle, short = long * long * long, middle * middle * middle, short * short * short
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
