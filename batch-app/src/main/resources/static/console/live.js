// Keeps parts of a page up to date. The server makes the page anew, and what has changed is taken over:
// focus, ticks and what was opened stay. An element with data-live="3" is asked for every three seconds,
// one with data-follow="ADDRESS" whenever that stream of events says so.
import { showTimes } from "./times.js";

const SOON = 300;
const LATER = 1500;

let lost;

function tell(text) {
	if (!lost) {
		lost = document.createElement("p");
		lost.className = "lost";
		lost.setAttribute("role", "status");
		document.body.append(lost);
	}
	lost.textContent = text;
	lost.hidden = text === "";
}

function syncAttributes(old, fresh) {
	for (const { name } of [...old.attributes]) {
		if (!fresh.hasAttribute(name) && !(name === "open" && old.localName === "details")) {
			old.removeAttribute(name);
		}
	}
	for (const { name, value } of fresh.attributes) {
		if (old.getAttribute(name) !== value) {
			old.setAttribute(name, value);
		}
	}
}

function isSame(old, fresh) {
	return old.nodeType === fresh.nodeType && old.localName === fresh.localName && old.id === fresh.id;
}

function take(old, fresh) {
	if (!isSame(old, fresh)) {
		old.replaceWith(fresh);
		return;
	}
	if (old.nodeType !== Node.ELEMENT_NODE) {
		if (old.data !== fresh.data) {
			old.data = fresh.data;
		}
		return;
	}
	if (old.localName === "time") {
		if (old.getAttribute("datetime") !== fresh.getAttribute("datetime")) {
			old.replaceWith(fresh);
		}
		return;
	}
	syncAttributes(old, fresh);
	takeChildren(old, fresh);
}

function takeChildren(old, fresh) {
	const next = [...fresh.childNodes];
	[...old.childNodes].slice(next.length).forEach((surplus) => surplus.remove());
	next.forEach((child, index) => {
		const present = old.childNodes[index];
		if (present) {
			take(present, child);
		}
		else {
			old.append(child);
		}
	});
}

async function refresh(elements) {
	const answer = await fetch(window.location.href, { headers: { Accept: "text/html" } });
	if (answer.redirected) {
		// the login has ended
		window.location.reload();
		return;
	}
	if (!answer.ok) {
		throw new Error(`status ${answer.status}`);
	}
	const page = new DOMParser().parseFromString(await answer.text(), "text/html");
	for (const element of elements) {
		const fresh = page.getElementById(element.id);
		if (fresh) {
			take(element, document.adoptNode(fresh));
			showTimes(element);
		}
	}
	tell("");
}

/** Refreshes, never twice at once; what is asked for meanwhile comes afterwards. */
function refresher(element) {
	let running = false;
	let again = false;
	return async function run() {
		if (running) {
			again = true;
			return;
		}
		running = true;
		try {
			await refresh([element]);
		}
		catch {
			tell("The server does not answer: what you see may be old.");
		}
		running = false;
		if (again) {
			again = false;
			setTimeout(run, SOON);
		}
	};
}

function everySeconds(element) {
	const run = refresher(element);
	setInterval(() => {
		if (!document.hidden && element.dataset.live) {
			run();
		}
	}, Number(element.dataset.live) * 1000);
}

function follow(element) {
	const run = refresher(element);
	const stream = new EventSource(element.dataset.follow);
	let shown = "";
	stream.addEventListener("execution", (event) => {
		if (event.data !== shown) {
			shown = event.data;
			run();
		}
		if (!JSON.parse(event.data).running) {
			stream.close();
			// why it failed is told after that it failed
			setTimeout(run, LATER);
		}
	});
	stream.addEventListener("error", () => {
		if (stream.readyState === EventSource.CLOSED) {
			run();
		}
	});
}

export function keepAlive() {
	document.querySelectorAll("[data-live]").forEach(everySeconds);
	document.querySelectorAll("[data-follow]").forEach(follow);
}
