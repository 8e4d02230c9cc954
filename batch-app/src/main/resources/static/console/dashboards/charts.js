// Cards that are drawn: what ECharts gets for each kind of picture. The content policy allows no inline style, so
// tooltips are elements.
import { element } from "./elements.js";
import { full, longDay, short } from "./format.js";
import { words } from "./words.js";

function style(name) {
	return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Colours as the style sheet has them at this moment. */
function theme() {
	const series = [];
	for (let i = 1; i <= 10; i++) {
		series.push(style(`--series-${i}`));
	}
	return {
		series,
		ink: style("--ink"), soft: style("--soft"), line: style("--line"), paper: style("--paper"), sunk: style("--sunk"),
		low: style("--map-low"), high: style("--map-high"),
	};
}

/** An answer, with its columns at hand. */
class Answer {

	constructor({ picture, columns }, rows) {
		this.picture = picture;
		this.columns = columns;
		this.rows = rows;
		this.x = this.at(picture.x);
		this.y = picture.y.map((name) => this.at(name));
	}

	at(name) {
		return this.columns.findIndex((column) => column.name === name);
	}

	format(at) {
		return this.columns[at].format;
	}

	/** The values along the axis, each once. */
	categories() {
		return [...new Set(this.rows.map((row) => row[this.x]))];
	}

	/** What is drawn: a name and a value for each category. */
	series() {
		const categories = this.categories();
		if (!this.picture.series) {
			return this.y.map((at) => ({
				name: this.columns[at].title, data: this.rows.map((row) => row[at]), format: this.format(at),
			}));
		}
		const by = this.at(this.picture.series);
		const format = this.format(this.y[0]);
		const values = new Map();
		for (const row of this.rows) {
			if (!values.has(row[by])) {
				values.set(row[by], new Map());
			}
			values.get(row[by]).set(row[this.x], row[this.y[0]]);
		}
		const total = (of) => [...of.values()].reduce((sum, value) => sum + (value ?? 0), 0);
		return [...values.entries()]
			.sort(([, one], [, other]) => total(other) - total(one))
			.map(([name, of]) => ({ name: String(name), data: categories.map((x) => of.get(x) ?? 0), format }));
	}

}

function tip(title, lines) {
	return element("div", { className: "tip" },
		element("b", {}, title),
		...lines.map(({ color, name, text }) => {
			const dot = element("i", {});
			dot.style.background = color;
			return element("span", {}, dot, element("span", {}, name), element("b", {}, text));
		}));
}

function frame(colours, formatter, trigger) {
	return {
		color: colours.series,
		textStyle: { fontFamily: "system-ui, sans-serif", color: colours.ink },
		// what moves is drawn many times, while other cards wait for their turn
		animation: false,
		tooltip: {
			trigger, confine: true, formatter, padding: 0, borderWidth: 0, backgroundColor: "transparent",
			extraCssText: "box-shadow:none", axisPointer: { type: "shadow", shadowStyle: { color: colours.sunk, opacity: 0.5 } },
		},
	};
}

/** Whether names are too many to lie side by side; the first then begins left of its place. */
function tilted(answer) {
	return answer.format(answer.x) !== "date" && answer.categories().length > 6;
}

function categoryAxis(answer, colours) {
	const format = answer.format(answer.x);
	// days may be passed over, names may not
	const labels = format === "date" ? { hideOverlap: true }
		: { interval: 0, rotate: tilted(answer) ? 35 : 0, width: 90, overflow: "truncate" };
	return {
		type: "category", data: answer.categories(),
		axisTick: { show: false }, axisLine: { lineStyle: { color: colours.line } },
		axisLabel: { ...labels, color: colours.soft, formatter: (value) => short(format, value) },
	};
}

function valueAxis(format, colours) {
	return {
		type: "value", splitNumber: 4, minInterval: format === "integer" ? 1 : undefined,
		splitLine: { lineStyle: { color: colours.line } },
		axisLabel: { color: colours.soft, formatter: (value) => short(format, value) },
	};
}

function legend(series, colours) {
	return series.length < 2 ? { show: false } : {
		type: "scroll", top: 0, left: 0, itemWidth: 10, itemHeight: 14, icon: "circle",
		textStyle: { color: colours.ink }, pageTextStyle: { color: colours.soft }, pageIconColor: colours.soft,
		pageIconInactiveColor: colours.line,
	};
}

function axisTip(answer, series) {
	const format = answer.format(answer.x);
	return (points) => tip(format === "date" ? longDay(points[0].axisValue) : full(format, points[0].axisValue),
		points.map((point) => ({
			color: point.color, name: point.seriesName, text: full(series[point.seriesIndex].format, point.value),
		})));
}

function upright(answer, colours, drawn) {
	const series = answer.series();
	return {
		...frame(colours, axisTip(answer, series), "axis"),
		legend: legend(series, colours),
		grid: { left: tilted(answer) ? 24 : 4, right: 12, top: series.length > 1 ? 34 : 14, bottom: 4, containLabel: true },
		xAxis: categoryAxis(answer, colours),
		yAxis: valueAxis(series[0].format, colours),
		series: series.map((one, i) => ({ name: one.name, data: one.data, ...drawn(i) })),
	};
}

function line(answer, colours) {
	const few = answer.rows.length < 3;
	return upright(answer, colours, (i) => ({
		type: "line", showSymbol: few, symbolSize: 6, symbol: "circle", lineStyle: { width: i ? 1.75 : 2.25 },
	}));
}

function area(answer, colours) {
	return upright(answer, colours, () => ({
		type: "line", stack: "all", showSymbol: answer.categories().length < 3, lineStyle: { width: 1 },
		areaStyle: { opacity: 0.7 },
	}));
}

function bar(answer, colours) {
	return upright(answer, colours, () => ({ type: "bar", barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } }));
}

function stackedBar(answer, colours) {
	return upright(answer, colours, () => ({ type: "bar", stack: "all", barMaxWidth: 36 }));
}

function lying(answer, colours, label) {
	const format = answer.format(answer.x);
	const series = answer.series();
	return {
		...frame(colours, axisTip(answer, series), "axis"),
		legend: legend(series, colours),
		grid: { left: 4, right: 84, top: series.length > 1 ? 34 : 4, bottom: 4, containLabel: true },
		yAxis: {
			...categoryAxis(answer, colours), inverse: true, axisLine: { show: false },
			axisLabel: { interval: 0, color: colours.ink, width: 130, overflow: "truncate", formatter: (value) => full(format, value) },
		},
		xAxis: { ...valueAxis(series[0].format, colours), show: false },
		series: series.map((one) => ({
			name: one.name, data: one.data, type: "bar", barMaxWidth: 26, itemStyle: { borderRadius: [0, 3, 3, 0] },
			label: { show: true, position: "right", color: colours.ink, formatter: ({ value }) => label(one, value) },
		})),
	};
}

function row(answer, colours) {
	return lying(answer, colours, (series, value) => short(series.format, value));
}

function funnel(answer, colours) {
	const first = answer.rows[0][answer.y[0]] || 1;
	const share = (value) => full("percent", value / first);
	const drawn = lying(answer, colours, (series, value) => `${short(series.format, value)} · ${share(value)}`);
	drawn.grid.right = 110;
	drawn.tooltip.formatter = ([point]) => tip(String(point.axisValue), [
		{ color: point.color, name: point.seriesName, text: full(answer.format(answer.y[0]), point.value) },
		{ color: "transparent", name: words.ofFirst, text: share(point.value) },
	]);
	return drawn;
}

function pie(answer, colours) {
	const format = answer.format(answer.y[0]);
	const data = answer.rows.map((values) => ({ name: String(values[answer.x]), value: values[answer.y[0]] }));
	const all = data.reduce((sum, slice) => sum + slice.value, 0) || 1;
	const share = (name) => full("percent", data.find((slice) => slice.name === name).value / all);
	return {
		...frame(colours, ({ color, name, value }) => tip(name,
			[{ color, name: share(name), text: full(format, value) }]), "item"),
		legend: {
			bottom: 0, icon: "circle", itemWidth: 10, itemHeight: 14, itemGap: 8,
			textStyle: { color: colours.ink }, formatter: (name) => `${name} ${share(name)}`,
		},
		series: [{
			type: "pie", radius: ["50%", "74%"], center: ["50%", "40%"], data, label: { show: false },
			itemStyle: { borderColor: colours.paper, borderWidth: 2 },
		}],
	};
}

function map(answer, colours) {
	const format = answer.format(answer.y[0]);
	const data = answer.rows.map((values) => ({ name: values[answer.x], value: values[answer.y[0]] }));
	const most = Math.max(...data.map((country) => country.value), 0);
	return {
		...frame(colours, ({ name, value }) => tip(name,
			[{ color: colours.high, name: answer.columns[answer.y[0]].title, text: Number.isNaN(value) ? "–" : full(format, value) }]),
		"item"),
		visualMap: {
			min: 0, max: most || 1, left: 0, bottom: 0, itemWidth: 12, itemHeight: 80, calculable: false,
			text: [short(format, most), short(format, 0)], textStyle: { color: colours.soft },
			inRange: { color: [colours.low, colours.high] },
		},
		series: [{
			type: "map", map: "world", data, roam: false, left: 0, right: 0, top: 0, bottom: 0, aspectScale: 0.8,
			itemStyle: { areaColor: colours.sunk, borderColor: colours.line, borderWidth: 0.5 },
			label: { show: false }, select: { disabled: true },
			emphasis: { label: { show: false }, itemStyle: { areaColor: colours.series[1] } },
		}],
	};
}

const KINDS = { line, area, bar, "stacked-bar": stackedBar, row, funnel, pie, map };

/** What ECharts draws a card by. */
export function options(drawing, rows) {
	return KINDS[drawing.picture.kind](new Answer(drawing, rows), theme());
}
