// Forms: questions before what cannot be undone, ticks for all rows, times in the viewer's zone.

function askBefore(event) {
	const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
	if (question && !window.confirm(question)) {
		event.preventDefault();
	}
}

function tickAll(event) {
	const name = event.target.dataset.all;
	if (name) {
		for (const box of event.target.form.querySelectorAll(`input[type=checkbox][name="${name}"]:not(:disabled)`)) {
			box.checked = event.target.checked;
		}
	}
}

const twoDigits = (number) => String(number).padStart(2, "0");

function localField(moment) {
	const day = [moment.getFullYear(), twoDigits(moment.getMonth() + 1), twoDigits(moment.getDate())].join("-");
	const clock = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(twoDigits).join(":");
	return `${day}T${clock}`;
}

/** The field shows local time; a hidden one beside it sends the moment. */
function sendMoment(field) {
	const sent = document.createElement("input");
	sent.type = "hidden";
	sent.name = field.name;
	field.removeAttribute("name");
	field.after(sent);
	if (field.value) {
		field.value = localField(new Date(`${field.value}Z`));
	}
	const update = () => {
		sent.value = field.value ? new Date(field.value).toISOString() : "";
		sent.disabled = !field.value;
	};
	field.addEventListener("input", update);
	update();
}

/** An address without fields that say nothing is easier to pass on. */
function leaveOutEmpty(event) {
	if (event.target.method === "get") {
		for (const field of event.target.elements) {
			field.disabled ||= field.value === "" && field.type !== "submit";
		}
		// the page may be shown again by going back
		setTimeout(() => [...event.target.elements].forEach((field) => {
			field.disabled = field.type === "hidden" && field.value === "";
		}));
	}
}

export function enhanceForms() {
	document.querySelectorAll("input.utc").forEach(sendMoment);
	document.addEventListener("submit", askBefore);
	document.addEventListener("submit", leaveOutEmpty);
	document.addEventListener("change", tickAll);
}
