package io.cartpulse.dds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.cartpulse.batch.SqlFile;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * Gives a row to each user, product, campaign and category that a chunk names: dimensions
 * come before their facts, their attributes later.
 */
final class InferredMembers {

	private static final List<Member> MEMBERS = List.of(
			new Member("user_id", "userIds", "infer-users.sql", Long[]::new),
			new Member("product_id", "productIds", "infer-products.sql", Long[]::new),
			new Member("campaign_id", "campaignIds", "infer-campaigns.sql", String[]::new),
			new Member("product_category", "categories", "infer-categories.sql", String[]::new));

	private final NamedParameterJdbcOperations jdbc;

	InferredMembers(NamedParameterJdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Inserts the members that are not there yet.
	 * @param rows accepted rows of one record type
	 * @param run in whose name
	 */
	void insert(List<AcceptedRow> rows, LoadContext run) {
		for (Member member : MEMBERS) {
			int index = rows.get(0).record().type().indexOf(member.field());
			if (index >= 0) {
				insert(member,
						rows.stream().map((row) -> row.record().value(index)).filter(Objects::nonNull).distinct(), run);
			}
		}
	}

	private void insert(Member member, Stream<?> named, LoadContext run) {
		Object[] keys = named.toArray(member.array());
		if (keys.length > 0) {
			Map<String, Object> parameters = new HashMap<>(run.parameters());
			parameters.put(member.parameter(), keys);
			this.jdbc.update(member.statement(), parameters);
		}
	}

	/**
	 * A dimension and how its members are named.
	 *
	 * @param field the contract field that names it
	 * @param parameter the statement's array parameter
	 * @param file the statement's file
	 * @param array makes the parameter's array
	 */
	private record Member(String field, String parameter, String file, IntFunction<Object[]> array) {

		String statement() {
			return SqlFile.read(InferredMembers.class, this.file);
		}

	}

}
