// A dashboard: places its cards, asks for each by itself, draws what comes, tells what goes wrong.
import { options } from "./charts.js";
import { element } from "./elements.js";
import { number, table } from "./figures.js";
import { age, full, time } from "./format.js";
import { followRange } from "./range.js";
import { words } from "./words.js";

const page = document.querySelector("main.dashboard");
const TABULAR = { number, table };
const ENOUGH = 60 * 1000;

/** ECharts is large: it comes last, and is read while the cards' answers are on their way. */
const drawable = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve, { once: true }));

let world;

/** Outlines of the countries, fetched once and only where there is a map. */
function loadWorld() {
	world ??= fetch(page.dataset.world).then((response) => response.json())
		.then((outlines) => echarts.registerMap("world", outlines));
	return world;
}

/** A card of the page. */
class Tile {

	constructor(root) {
		this.root = root;
		this.body = root.querySelector(".body");
		this.drawing = JSON.parse(root.dataset.drawing);
		this.chart = null;
		this.rows = [];
		this.request = null;
		for (const name of ["column", "row", "width", "height"]) {
			root.style.setProperty(`--${name}`, root.dataset[name]);
		}
	}

	async load(range) {
		this.request?.abort();
		this.request = new AbortController();
		const { signal } = this.request;
		const query = new URLSearchParams({ from: range.from, to: range.to });
		this.root.setAttribute("aria-busy", "true");
		this.root.querySelector(".csv").search = query;
		try {
			const answer = await this.#ask(query, signal);
			await drawable;
			if (this.drawing.picture.kind === "map") {
				await loadWorld();
			}
			if (!signal.aborted) {
				this.#show(answer);
			}
		} catch (failure) {
			if (!signal.aborted) {
				this.#fail(failure.message, range);
			}
		}
		if (!signal.aborted) {
			this.root.setAttribute("aria-busy", "false");
		}
	}

	async #ask(query, signal) {
		let response;
		try {
			response = await fetch(`${page.dataset.api}${this.root.dataset.card}?${query}`,
				{ signal: AbortSignal.any([signal, AbortSignal.timeout(ENOUGH)]) });
		} catch {
			throw new Error(words.unreachable);
		}
		if (response.status === 401) {
			throw new Error(words.loggedOut);
		}
		const answer = await response.json();
		if (!response.ok) {
			throw new Error(`${answer.title}. ${answer.detail}`);
		}
		return answer;
	}

	#clear(state) {
		this.chart?.dispose();
		this.chart = null;
		this.body.replaceChildren();
		this.root.dataset.state = state;
	}

	#show({ rows, truncated, builds }) {
		const { kind, y } = this.drawing.picture;
		const measured = y.map((name) => this.drawing.columns.findIndex((column) => column.name === name));
		const nothing = rows.length === 0 || (kind === "number" && measured.every((at) => rows[0][at] === null));
		this.rows = rows;
		this.#clear(nothing ? "empty" : "shown");
		if (nothing) {
			this.body.append(element("p", { className: "soft" }, words.empty));
		} else if (TABULAR[kind]) {
			TABULAR[kind](this.body, this.drawing, rows);
		} else {
			this.#draw();
		}
		if (truncated) {
			this.body.append(element("p", { className: "soft" }, words.cut(full("integer", rows.length))));
		}
		this.#tellAge(builds);
	}

	#draw() {
		const canvas = element("div", { className: "chart", role: "img", ariaLabel: this.root.querySelector("h2").textContent });
		this.body.append(canvas);
		this.chart = echarts.init(canvas);
		this.chart.setOption(options(this.drawing, this.rows));
	}

	#tellAge(builds) {
		const fresh = this.root.querySelector(".fresh");
		fresh.replaceChildren();
		if (builds.length) {
			const oldest = new Date(builds[0].builtAt);
			fresh.append(element("time", { dateTime: builds[0].builtAt, title: time(oldest) }, age(oldest)));
		}
		this.root.querySelector(".builds").replaceChildren(...builds.map(({ mart, buildId, builtAt }) =>
			element("li", {}, words.build(mart, buildId, time(new Date(builtAt))))));
	}

	#fail(message, range) {
		this.#clear("failed");
		const again = element("button", { type: "button" }, words.again);
		again.addEventListener("click", () => this.load(range));
		this.body.append(element("div", { className: "trouble", role: "alert" }, element("p", {}, message), again));
	}

	/** The colours have changed. */
	repaint() {
		this.chart?.setOption(options(this.drawing, this.rows), true);
	}

	resize() {
		this.chart?.resize();
	}

}

const tiles = [...page.querySelectorAll(".dash-card")].map((root) => new Tile(root));

const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) =>
	tiles.find((tile) => tile.body === target)?.resize()));
tiles.forEach((tile) => sizes.observe(tile.body));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tiles.forEach((tile) => tile.repaint()));
// on a phone the line of dashboards is longer than the window
page.querySelector(".others [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
followRange(page, (range) => tiles.forEach((tile) => tile.load(range)));
