// The range of days: chosen by the form, kept in the address.
const DAY = 24 * 60 * 60 * 1000;
const WRITTEN = /^\d{4}-\d{2}-\d{2}$/;

function daysBefore(day, days) {
	return new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10);
}

function ofPreset(days, today) {
	return days === "month" ? { from: `${today.slice(0, 7)}-01`, to: today }
		: { from: daysBefore(today, Number(days) - 1), to: today };
}

/** The range that an address tells: days up to today, or a first and a last day. */
function read(address, today, usual) {
	const parameters = new URLSearchParams(address);
	const days = parameters.get("days");
	const [from, to] = [parameters.get("from"), parameters.get("to")];
	if (WRITTEN.test(from) && WRITTEN.test(to)) {
		return { days: null, from, to };
	}
	const preset = days === "month" || (/^\d{1,4}$/.test(days) && Number(days) > 0) ? days : usual;
	return { days: preset, ...ofPreset(preset, today) };
}

/** Ties form and address together, and tells each range that is chosen. */
export function followRange(page, chosen) {
	const { today, days: usual } = page.dataset;
	const form = page.querySelector("form.range");

	function show() {
		const range = read(location.search, today, usual);
		for (const link of page.querySelectorAll(".others a")) {
			link.search = location.search;
		}
		if (form) {
			form.elements.from.value = range.from;
			form.elements.to.value = range.to;
			for (const preset of form.querySelectorAll("[data-days]")) {
				preset.setAttribute("aria-pressed", String(preset.dataset.days === range.days));
			}
		}
		chosen(range);
	}

	function choose(search) {
		history.pushState(null, "", `${location.pathname}?${new URLSearchParams(search)}`);
		show();
	}

	form?.addEventListener("click", ({ target }) => {
		if (target.dataset.days) {
			choose({ days: target.dataset.days });
		}
	});
	form?.addEventListener("submit", (event) => {
		event.preventDefault();
		const [from, to] = [form.elements.from.value, form.elements.to.value].sort();
		choose({ from, to });
	});
	addEventListener("popstate", show);
	show();
}
