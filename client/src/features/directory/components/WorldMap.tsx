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
}

interface Shape {
  key: string;
  country: string | null;
  outline: string;
  centre: [number, number] | null;
}

const WIDTH = 720;
/** Without the far south, where nobody works. */
const HEIGHT = 315;

let drawn: readonly Shape[] | null = null;

/** The outlines, once for as long as the page is open. */
function drawShapes(): readonly Shape[] {
  const topology = shapes as unknown as Topology<{ countries: GeometryCollection }>;
  const { features } = feature(topology, topology.objects.countries);
  const projection = geoEqualEarth().fitWidth(WIDTH, { type: "Sphere" });
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
  const marked = countries.flatMap(({ country, centre }) => {
    const mark = country && byCountry.get(country);
    return mark && centre ? [{ ...mark, centre }] : [];
  });
  return (
    <>
      {/* From left to right in every script: east is on the right. */}
      <div dir="ltr" className="relative">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t`A map of the world with the number of members on each country. The table below says the same.`}
          className="block h-auto w-full"
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
        </svg>
        {marked.map(({ country, centre: [x, y], label }) => (
          <span
            key={country}
            aria-hidden="true"
            className="absolute grid h-6 min-w-6 -translate-1/2 place-items-center rounded-full border border-surface bg-brand px-1 text-2xs font-semibold text-on-brand tabular-nums"
            style={{ left: `${(100 * x) / WIDTH}%`, top: `${(100 * y) / HEIGHT}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      {onMissing(marks.map(({ country }) => country).filter((country) => !known.has(country)))}
    </>
  );
}
