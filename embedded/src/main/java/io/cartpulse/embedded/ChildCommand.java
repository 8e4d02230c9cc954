package io.cartpulse.embedded;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that runs another class of this application in a second JVM, from
 * plain folders and jars as well as from inside Spring Boot's executable jar.
 */
final class ChildCommand {

	private static final String BOOT_LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private ChildCommand() {
	}

	static List<String> java(Class<?> main, List<String> jvmOptions, List<String> arguments) {
		return java(main, main.getProtectionDomain().getCodeSource().getLocation(),
				System.getProperty("java.class.path"), jvmOptions, arguments);
	}

	static List<String> java(Class<?> main, URL codeSource, String classPath, List<String> jvmOptions,
			List<String> arguments) {
		List<String> line = new ArrayList<>();
		line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		line.addAll(jvmOptions);
		String location = codeSource.toString();
		if (location.startsWith("jar:nested:")) {
			line.addAll(List.of("-Dloader.main=" + main.getName(), "-cp", outerJar(location), BOOT_LAUNCHER));
		}
		else {
			line.addAll(List.of("-cp", classPath, main.getName()));
		}
		line.addAll(arguments);
		return line;
	}

	private static String outerJar(String location) {
		String path = location.substring("jar:nested:".length(), location.indexOf("/!"));
		try {
			return Path.of(new URI("file:" + path)).toString();
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("Unexpected location of the application: " + location, ex);
		}
	}

}
