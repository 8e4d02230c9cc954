package io.cartpulse.admin;

import java.util.Arrays;
import java.util.List;

import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemWriter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.apache.catalina.core.StandardHost;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all calls have in common: keys for repeated requests, and the description.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AdminConfiguration {

	/** After Spring Security, which knows who asks. */
	private static final int BEHIND_SECURITY = 0;

	private static final String PROBLEM = "Problem";

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotency(IdempotentRequests requests, ProblemWriter problems) {
		FilterRegistrationBean<IdempotencyFilter> filter = new FilterRegistrationBean<>(
				new IdempotencyFilter(requests, problems));
		filter.addUrlPatterns("/api/*");
		filter.setOrder(BEHIND_SECURITY);
		return filter;
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ProblemReportValve.class.getName());
			}
		});
	}

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("cartpulse Admin API")
			.version("v1")
			.description("Jobs, executions, quarantine, ledger and audit. Errors are RFC 9457 problems with a stable"
					+ " code. Lists are paged by limit and cursor, newest first. Times are RFC 3339 in UTC."
					+ " Idempotency-Key is honoured by every call that changes something."))
			.components(new Components()
				.addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"))
				.addSecuritySchemes("bearer", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")))
			.security(List.of(new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("bearer")));
	}

	/**
	 * Each call may be answered with a problem. Its schema is added here, for before this
	 * no call refers to it, and springdoc drops such schemas.
	 */
	@Bean
	OpenApiCustomizer problems() {
		Content content = new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
		return (api) -> {
			api.getComponents().addSchemas(PROBLEM, problem());
			api.getPaths()
				.values()
				.stream()
				.flatMap((path) -> path.readOperations().stream())
				.forEach((operation) -> operation.getResponses()
					.addApiResponse("default", new ApiResponse().description("A problem").content(content)));
		};
	}

	private static Schema<?> problem() {
		List<String> codes = Arrays.stream(ProblemCode.values()).map(ProblemCode::code).toList();
		return new ObjectSchema().description("RFC 9457")
			.addProperty("type", new StringSchema().format("uri"))
			.addProperty("title", new StringSchema().description("The code in a sentence"))
			.addProperty("status", new IntegerSchema())
			.addProperty("detail", new StringSchema().description("What about, and what to do next"))
			.addProperty("instance", new StringSchema().format("uri"))
			.addProperty("code", new StringSchema()._enum(codes).description("Stable: programs may rely on it"));
	}

}
