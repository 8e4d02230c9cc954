import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the atlas's resources from GeoNames' table of cities: run by make-atlas.sh, no part of the build.
 */
public class MakeAtlas {

	/** Smaller places are left out, unless a country or a region is governed from there. */
	private static final int LEAST_POPULATION = 5000;

	/** Parts of cities, places of the past and camps: GeoNames' feature codes. */
	private static final Set<String> NO_CITY = Set.of("PPLX", "PPLH", "PPLW", "PPLQ", "PPLCH", "STLMT");

	/** What a city is taken to be, to tell how far it reaches. */
	private static final double PEOPLE_PER_SQUARE_KM = 5000;

	/** CLDR's short names, which the JDK does not offer. */
	private static final Map<String, String> SHORT_NAMES = Map.of("HK", "Hong Kong", "MO", "Macao");

	public static void main(String[] args) throws IOException {
		List<City> cities;
		try (Stream<String> lines = Files.lines(Path.of(args[0]))) {
			cities = lines.map(City::of)
				.filter(City::belongs)
				.collect(Collectors.toMap(City::point, Function.identity(), City::larger))
				.values()
				.stream()
				.sorted(City.ORDER)
				.toList();
		}
		writeCities(cities, Path.of(args[1], "cities.tsv.gz"));
		writeCountries(cities, Path.of(args[1], "countries.tsv"));
		System.out.println(cities.size() + " cities");
	}

	private static void writeCities(List<City> cities, Path file) throws IOException {
		String text = cities.stream().map(City::line).collect(Collectors.joining());
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
			{
				this.def.setLevel(9);
			}
		}) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static void writeCountries(List<City> cities, Path file) throws IOException {
		Files.write(file, Stream.concat(Stream.of(Locale.getISOCountries()), cities.stream().map(City::country))
			.distinct()
			.sorted()
			.map((code) -> code + "\t" + name(code))
			.toList());
	}

	private static String name(String code) {
		return SHORT_NAMES.getOrDefault(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH));
	}

	private record City(String name, double lat, double lon, String feature, String country, long population,
			String timeZone) {

		private static final Comparator<City> ORDER = Comparator.comparing(City::country)
			.thenComparing(City::lat)
			.thenComparing(City::lon)
			.thenComparing(City::name);

		private static City of(String line) {
			String[] columns = line.split("\t", -1);
			return new City(columns[1].strip(), Double.parseDouble(columns[4]), Double.parseDouble(columns[5]),
					columns[7], columns[8], Long.parseLong(columns[14]), columns[17]);
		}

		private boolean belongs() {
			boolean seat = this.feature.equals("PPLC") || (this.feature.equals("PPLA") && this.population > 0);
			return !NO_CITY.contains(this.feature) && (seat || this.population >= LEAST_POPULATION)
					&& !this.timeZone.isEmpty();
		}

		private String point() {
			return thousandths(this.lat) + "\t" + thousandths(this.lon);
		}

		private City larger(City there) {
			return (there.population > this.population) ? there : this;
		}

		/** Name, country, thousandths of degrees, hundreds of metres, time zone. */
		private String line() {
			long reach = Math.max(5, Math.round(10 * Math.sqrt(this.population / PEOPLE_PER_SQUARE_KM / Math.PI)));
			return String.join("\t", this.name, this.country, point(), Long.toString(reach), this.timeZone) + "\n";
		}

		private static String thousandths(double degrees) {
			return Long.toString(Math.round(degrees * 1000));
		}

	}

}
