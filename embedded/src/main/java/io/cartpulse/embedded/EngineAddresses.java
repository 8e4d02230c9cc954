package io.cartpulse.embedded;

/**
 * Where running engines are found, and their accounts. An address of an engine that does
 * not run is of no use.
 *
 * @param postgresUrl JDBC's URL of the database, without account
 * @param kafkaBootstrapServers Kafka's host and port
 * @param clickHouseUrl the URL of ClickHouse's HTTP interface, without account
 * @param credentials the accounts of PostgreSQL and ClickHouse
 */
public record EngineAddresses(String postgresUrl, String kafkaBootstrapServers, String clickHouseUrl,
		Credentials credentials) {

}
