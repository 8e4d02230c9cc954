package io.cartpulse.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A headless Chromium of this machine. A test that opens one is skipped, and says so,
 * where there is none.
 */
public final class Browser implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ChromeDriver driver;

	private final URI address;

	private Browser(ChromeDriver driver, URI address) {
		this.driver = driver;
		this.address = address;
	}

	/** Opens a window on an application. */
	public static Browser on(URI address) {
		Optional<Path> chromium = program("chromium");
		Optional<Path> chromedriver = program("chromedriver");
		Assumptions.assumeTrue(chromium.isPresent() && chromedriver.isPresent(),
				"not tested in a browser: put chromium and chromedriver on the PATH");
		ChromeOptions options = new ChromeOptions();
		options.setBinary(chromium.orElseThrow().toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,900",
				"--disable-dev-shm-usage");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(chromedriver.orElseThrow().toFile())
			.build();
		// it warns of each Chromium that is newer than itself
		LoggingSystem.get(Browser.class.getClassLoader()).setLogLevel("org.openqa.selenium", LogLevel.ERROR);
		return new Browser(new ChromeDriver(service, options), address);
	}

	private static Optional<Path> program(String name) {
		return Stream.of(System.getenv("PATH").split(":"))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** Logs in by the form. */
	public Browser loggedInAs(String user) {
		open("/login");
		fill("#username", user);
		fill("#password", TestUsers.PASSWORD);
		click("main button");
		see("nav .who", user);
		return this;
	}

	/** Makes the window as narrow as a phone. */
	public void narrow() {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
	}

	/** Opens a page. */
	public void open(String path) {
		this.driver.get(this.address + path);
	}

	/** The path and query that is shown. */
	public String location() {
		return this.driver.getCurrentUrl().substring(this.address.toString().length());
	}

	/** Writes into a field, which was empty or not. */
	public void fill(String selector, String text) {
		WebElement field = find(selector);
		field.clear();
		field.sendKeys(text);
	}

	/** Clicks once it is there. */
	public void click(String selector) {
		find(selector).click();
	}

	/** The first element, once it is there. */
	public WebElement find(String selector) {
		return patiently("no " + selector,
				() -> this.driver.findElements(By.cssSelector(selector)).stream().findFirst());
	}

	/** Waits until an element's text has a part. */
	public void see(String selector, String part) {
		patiently("no \"" + part + "\" in " + selector,
				() -> texts(selector).stream().filter((text) -> text.contains(part)).findFirst());
	}

	/** The visible texts of all such elements. */
	public List<String> texts(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
	}

	private <T> T patiently(String missing, Look<T> look) {
		return new WebDriverWait(this.driver, PATIENCE).ignoring(StaleElementReferenceException.class)
			.withMessage(() -> missing + " on " + this.driver.getCurrentUrl() + ":\n"
					+ this.driver.findElement(By.tagName("body")).getText())
			.until((driver) -> look.at().orElse(null));
	}

	/** Runs a script in the page. */
	public Object script(String script) {
		return this.driver.executeScript(script);
	}

	/** Waits until a script says that it is so. */
	public void await(String script) {
		patiently("not yet: " + script, () -> Optional.of(script(script)).filter(Boolean.TRUE::equals));
	}

	/** What the page complained about so far: what was refused, and errors of scripts. */
	public List<String> complaints() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
			.map(LogEntry::getMessage)
			.toList();
	}

	@Override
	public void close() {
		this.driver.quit();
	}

	/**
	 * Looks for something.
	 */
	private interface Look<T> {

		Optional<T> at();

	}

}
