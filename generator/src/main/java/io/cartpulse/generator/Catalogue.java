package io.cartpulse.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.cartpulse.source.WireMessage;

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

	private static List<Article> read() {
		List<Article> articles = new ArrayList<>();
		for (String[] row : SampleTable.read("sample-products.csv")) {
			long id = FIRST_ID + articles.size();
			double popularity = 1 / Math.pow(1 + Seeds.random(1, "popularity", id).nextInt(40), 0.8);
			articles.add(new Article(new WireMessage.Product(id, row[1], row[0]), new BigDecimal(row[2]), popularity));
		}
		return List.copyOf(articles);
	}

	/**
	 * An article.
	 *
	 * @param product how the tracker names it
	 * @param priceUsd its list price
	 * @param popularity a weight
	 */
	record Article(WireMessage.Product product, BigDecimal priceUsd, double popularity) {
	}

}
