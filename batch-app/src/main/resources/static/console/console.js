// What every page does: nothing here is needed to use it, all of it makes that nicer.
import { enhanceForms } from "./forms.js";
import { keepAlive } from "./live.js";
import { showTimes } from "./times.js";

showTimes(document);
enhanceForms();
keepAlive();
