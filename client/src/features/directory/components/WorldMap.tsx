import { useLingui } from "@lingui/react/macro";
import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from "d3-geo";
import type { Feature, Geometry, Polygon } from "geojson";
import { useMemo } from "react";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import shapes from "world-atlas/countries-110m.json";
import { countryByNumber } from "./country-numbers.ts";

/** What stands on a country: a number of people as it is told. */
export interface Mark {
  country: string;
  /** The number, or that it is small. */
  label: string;
  /** For the size of the mark. */
  weight: number;
}

interface Shape {
  key: string;
  country: string | null;
  outline: string;
  centre: [number, number] | null;
}

const WIDTH = 720;
const HEIGHT = 350;

let drawn: readonly Shape[] | null = null;

/** The outlines, once for as long as the page is open. */
function drawShapes(): readonly Shape[] {
  const topology = shapes as unknown as Topology<{ countries: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.countries);
  const projection = geoEqualEarth().fitSize([WIDTH, HEIGHT], { type: "Sphere" });
  const path = geoPath(projection);
  return features
    .map((each, at) => ({
      key: String(at),
      country: countryByNumber.get(String(each.id)) ?? null,
      outline: path(each) ?? "",
      centre: centreOf(each, (shape) => path.area(shape)),
    }))
    .filter(({ country }) => country !== "AQ");

  /** The middle of the largest part: France's is not in the Atlantic. */
  function centreOf(
    { geometry }: Feature<Geometry>,
    area: (shape: GeoPermissibleObjects) => number,
  ): [number, number] | null {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return null;
    const parts: Polygon[] = (
      geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
    ).map((coordinates) => ({ type: "Polygon", coordinates }));
    const [largest] = parts.toSorted((one, other) => area(other) - area(one));
    return largest ? path.centroid(largest) : null;
  }
}

/** The world with a number on each country that has any. Said in words by the table beside it. */
export default function WorldMap({
  marks,
  onMissing,
}: {
  marks: readonly Mark[];
  /** Told which of the countries are too small for this map. */
  onMissing: (countries: readonly string[]) => React.ReactNode;
}) {
  const { t } = useLingui();
  const countries = useMemo(() => (drawn ??= drawShapes()), []);
  const byCountry = new Map(marks.map((mark) => [mark.country, mark]));
  const known = new Set(countries.map(({ country }) => country));
  const most = Math.max(1, ...marks.map(({ weight }) => weight));
  const marked = countries.flatMap(({ country, centre }) => {
    const mark = country && byCountry.get(country);
    return mark && centre ? [{ ...mark, centre }] : [];
  });
  return (
    <>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t`A map of the world with the number of members on each country. The table below says the same.`}
        className="h-auto w-full"
        direction="ltr"
      >
        {countries.map(({ key, country, outline }) => (
          <path
            key={key}
            d={outline}
            className={
              country && byCountry.has(country)
                ? "fill-brand-soft stroke-brand"
                : "fill-sunk stroke-line-strong"
            }
            strokeWidth={country && byCountry.has(country) ? 1 : 0.4}
          />
        ))}
        {marked
          .toSorted((one, other) => other.weight - one.weight)
          .map(({ country, centre: [x, y], label, weight }) => (
            <g key={country} transform={`translate(${x} ${y})`}>
              <circle
                r={9 + 9 * Math.sqrt(weight / most)}
                className="fill-brand stroke-surface"
                strokeWidth={1.5}
              />
              <text
                textAnchor="middle"
                dominantBaseline="central"
                className="fill-on-brand font-semibold"
                fontSize={11}
              >
                {label}
              </text>
            </g>
          ))}
      </svg>
      {onMissing(marks.map(({ country }) => country).filter((country) => !known.has(country)))}
    </>
  );
}
