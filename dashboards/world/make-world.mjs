// Turns a TopoJSON of countries into a small GeoJSON: tenths of a degree, countries by the names that the marts use.
// Arguments: the TopoJSON, ISO codes (alpha-2, alpha-3, number), names by alpha-2 with a tab between.
import { readFileSync } from "node:fs";

const [topology, codes, names] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const alpha2 = new Map(JSON.parse(codes).map(([two, , number]) => [number, two]));
const nameOf = new Map(names.trim().split("\n").map((line) => line.split("\t")));
const { arcs, transform, objects } = JSON.parse(topology);

const lines = arcs.map((arc) => {
	let [x, y] = [0, 0];
	return arc.map(([dx, dy]) => {
		[x, y] = [x + dx, y + dy];
		return [x, y].map((value, i) => Math.round((value * transform.scale[i] + transform.translate[i]) * 10) / 10);
	});
});

function line(arc) {
	return arc < 0 ? [...lines[~arc]].reverse() : lines[arc];
}

/** What crosses the 180th meridian goes on beyond it, instead of around the world. */
function unbroken(points) {
	const crosses = points.some(([x], i) => i && Math.abs(x - points[i - 1][0]) > 180);
	return crosses ? points.map(([x, y]) => [x < 0 ? Math.round((x + 360) * 10) / 10 : x, y]) : points;
}

function ring(arcsOfRing) {
	const points = arcsOfRing.flatMap((arc, i) => line(arc).slice(i ? 1 : 0));
	return unbroken(points).filter((point, i) => !i || String(point) !== String(points[i - 1]));
}

function polygons({ type, arcs: shape }) {
	return (type === "Polygon" ? [shape] : shape)
		.map((rings) => rings.map(ring).filter((points) => points.length > 3))
		.filter((rings) => rings.length);
}

const features = objects.countries.geometries
	// nobody shops there, and it would take a fifth of the map
	.filter((country) => country.id !== "010")
	.map((country) => {
		const code = alpha2.get(country.id) ?? "";
		return {
			type: "Feature",
			properties: { name: nameOf.get(code) ?? country.properties.name, code },
			geometry: { type: "MultiPolygon", coordinates: polygons(country) },
		};
	});
process.stdout.write(`${JSON.stringify({ type: "FeatureCollection", features })}\n`);
