// Makes elements: texts are set as texts, never as markup.
export function element(name, properties = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(properties)) {
		if (value !== null && value !== undefined) {
			made[key] = value;
		}
	}
	made.append(...children.filter((child) => child !== null && child !== undefined));
	return made;
}
