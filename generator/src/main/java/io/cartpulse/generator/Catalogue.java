package io.cartpulse.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import io.cartpulse.source.WireMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated shop sells: a sample table, a few products much more popular than
 * the rest.
 */
final class Catalogue {

	private static final long FIRST_ID = 101;

	private static final List<Article> ARTICLES = read();

	private static final Weighted<Article> BY_POPULARITY = new Weighted<>(ARTICLES, Article::popularity);

	private Catalogue() {
	}

	static Article randomArticle(SplittableRandom random) {
		return BY_POPULARITY.pick(random);
	}

	/** What many take with an article, if there is such a thing. */
	static Optional<Article> companion(Article article) {
		return ARTICLES.stream().filter((other) -> other.product().name().equals(article.sellsWith())).findFirst();
	}

	private static List<Article> read() {
		List<Article> articles = new ArrayList<>();
		for (String[] row : SampleTable.read("sample-products.csv")) {
			long id = FIRST_ID + articles.size();
			double popularity = 1 / Math.pow(1 + Seeds.random(1, "popularity", id).nextInt(40), 0.8);
			String sellsWith = (row.length > 3) ? row[3] : null;
			articles.add(new Article(new WireMessage.Product(id, row[1], row[0]), new BigDecimal(row[2]),
					(sellsWith != null) ? 1 : popularity, sellsWith));
		}
		return List.copyOf(articles);
	}

	/**
	 * An article.
	 *
	 * @param product how the tracker names it
	 * @param priceUsd its list price
	 * @param popularity a weight
	 * @param sellsWith the name of what many take with it
	 */
	record Article(WireMessage.Product product, BigDecimal priceUsd, double popularity, @Nullable String sellsWith) {
	}

}
