package io.cartpulse.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where people read: standard output, in UTF-8 where the terminal understands it.
 *
 * @param out what is printed to
 * @param unicode whether more than ASCII can be shown
 */
public record Terminal(PrintStream out, boolean unicode) {

	/** Signs of this program's own texts that ASCII has to spell otherwise. */
	private static final Map<String, String> SPELLED = Map.of("→", "->", "…", "...", "│", "|", "─", "-", "█", "#", "·",
			"-", "×", "x");

	/** Standard output of this process. */
	public static Terminal ofProcess() {
		boolean unicode = speaksUtf8(System.getenv());
		Charset charset = unicode ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
		return new Terminal(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset), unicode);
	}

	static boolean speaksUtf8(Map<String, String> environment) {
		String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
			.map((name) -> environment.getOrDefault(name, ""))
			.filter((value) -> !value.isEmpty())
			.findFirst()
			.orElse("");
		return locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
	}

	/** Prints lines, spelled in ASCII where the terminal needs that. */
	public void print(String text) {
		this.out.println(spelled(text));
	}

	private String spelled(String text) {
		if (this.unicode) {
			return text;
		}
		String ascii = text;
		for (Map.Entry<String, String> sign : SPELLED.entrySet()) {
			ascii = ascii.replace(sign.getKey(), sign.getValue());
		}
		return ascii;
	}

}
