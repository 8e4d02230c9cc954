// Cards that need no drawing: a number, a table.
import { element } from "./elements.js";
import { cell, change, full, isMeasure, large } from "./format.js";
import { words } from "./words.js";

const CELL = { text: "", date: "day", time: "day" };

/** One figure in large, and how it compares. */
export function number(body, { picture, columns }, rows) {
	const at = (name) => columns.findIndex((column) => column.name === name);
	const column = columns[at(picture.y[0])];
	const value = rows[0][at(picture.y[0])];
	body.append(element("p", { className: "amount", title: full(column.format, value) }, large(column.format, value)));
	if (picture.previous) {
		const before = rows[0][at(picture.previous)];
		const changed = change(value, before);
		body.append(element("p", { className: "compared" },
			changed && element("span", { className: value < before ? "down" : "up" }, changed),
			element("span", { className: "soft" }, words.before(large(column.format, before)))));
	}
}

function shares(columns, rows, shaded) {
	const together = new Set(shaded.map((name) => columns.find((column) => column.name === name).format)).size === 1;
	const largest = (names) => Math.max(...names.flatMap((name) => {
		const at = columns.findIndex((column) => column.name === name);
		return rows.map((row) => Math.abs(row[at] ?? 0));
	}));
	return new Map(shaded.map((name) => [name, largest(together ? shaded : [name])]));
}

/** Rows and columns; some cells are shaded by how large they are. */
export function table(body, { picture, columns }, rows) {
	const { today } = document.querySelector("main").dataset;
	const most = shares(columns, rows, picture.shaded);
	const head = element("tr", {}, ...columns.map((column) => element("th",
		{ scope: "col", className: isMeasure(column.format) ? "measure" : "" }, column.title)));
	const lines = rows.map((row) => element("tr", {}, ...columns.map((column, i) => {
		const made = element("td", { className: isMeasure(column.format) ? "measure" : CELL[column.format] },
			cell(column.format, row[i], today));
		if (most.has(column.name) && row[i] !== null) {
			made.classList.add("shaded");
			made.style.setProperty("--share", most.get(column.name) ? Math.abs(row[i]) / most.get(column.name) : 0);
		}
		return made;
	})));
	body.append(element("div", { className: "frame", tabIndex: 0 },
		element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines))));
}
