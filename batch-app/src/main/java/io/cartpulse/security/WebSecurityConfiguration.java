package io.cartpulse.security;

import io.cartpulse.problem.ProblemWriter;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import static jakarta.servlet.DispatcherType.ASYNC;
import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

/**
 * Who may call what. Two chains: the API and the actuator, by HTTP Basic or bearer token;
 * and the console, by form. What no rule names is refused.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurityConfiguration {

	/** Everything from this site, nothing inline, no frames. */
	private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final String FEATURES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

	@Bean
	static RoleHierarchy roleHierarchy() {
		return RoleHierarchyImpl.withDefaultRolePrefix()
			.role(Role.ADMIN.name())
			.implies(Role.OPERATOR.name())
			.role(Role.OPERATOR.name())
			.implies(Role.VIEWER.name())
			.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, AuthenticationManager logins, ApiRefusals refusals,
			ProblemWriter problems, SecuritySettings settings) {
		return http.securityMatcher("/api/**", "/actuator/**")
			.authenticationManager(logins)
			.securityContext((context) -> context.securityContextRepository(new SessionUnlessHeader()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.authorizeHttpRequests((requests) -> {
				requests.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD).permitAll();
				requests.requestMatchers(HttpMethod.GET, "/actuator/health/liveness", "/actuator/health/readiness")
					.permitAll();
				requests.requestMatchers(HttpMethod.POST, "/actuator/**").hasRole(Role.ADMIN.name());
				allow(requests, settings);
			})
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterBefore(bearer(logins, refusals), BasicAuthenticationFilter.class)
			.csrf((csrf) -> csrf.requireCsrfProtectionMatcher((request) -> SessionUnlessHeader.isBySession(request)
					&& CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)))
			.addFilterBefore(new CrossSiteFilter(problems), CsrfFilter.class)
			.requestCache((cache) -> cache.disable())
			.logout((logout) -> logout.disable())
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.headers(WebSecurityConfiguration::strict)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain console(HttpSecurity http, AuthenticationManager logins, ProblemWriter problems,
			SecuritySettings settings) {
		return http.authenticationManager(logins).authorizeHttpRequests((requests) -> {
			requests.dispatcherTypeMatchers(ASYNC, ERROR, FORWARD).permitAll();
			requests.requestMatchers(HttpMethod.GET, LoginPage.PATH, LoginPage.STYLE, LoginPage.ICON).permitAll();
			if (!settings.readOnly()) {
				// forms have no PUT
				requests.requestMatchers(HttpMethod.POST, "/schedules/*/run").hasRole(Role.OPERATOR.name());
				requests
					.requestMatchers(HttpMethod.POST, "/schedules/**", "/quarantine/*/payload",
							"/dead-letters/*/payload")
					.hasRole(Role.ADMIN.name());
			}
			allow(requests, settings);
		})
			.formLogin((form) -> form.loginPage(LoginPage.PATH).failureHandler(new LoginFailures()))
			.logout((logout) -> logout.logoutSuccessUrl(LoginPage.PATH + "?logout"))
			.addFilterBefore(new CrossSiteFilter(problems), CsrfFilter.class)
			.headers(WebSecurityConfiguration::strict)
			.build();
	}

	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimit(SecuritySettings settings, ProblemWriter problems) {
		FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(
				new BodyLimitFilter(settings.maxBody().toBytes(), problems));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	/** PostgreSQL stores no U+0000, and nobody types other control characters. */
	@Bean
	HttpFirewall httpFirewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues((value) -> value.chars()
			.noneMatch((one) -> Character.isISOControl(one) && !Character.isWhitespace(one)));
		return firewall;
	}

	private static void allow(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
			SecuritySettings settings) {
		requests.requestMatchers(HttpMethod.GET, "/**").hasRole(Role.VIEWER.name());
		requests.requestMatchers(HttpMethod.HEAD, "/**").hasRole(Role.VIEWER.name());
		if (!settings.readOnly()) {
			requests.requestMatchers(HttpMethod.POST, "/api/v1/alerts/test").hasRole(Role.ADMIN.name());
			requests.requestMatchers(HttpMethod.POST, "/**").hasRole(Role.OPERATOR.name());
			requests.requestMatchers(HttpMethod.PUT, "/**").hasRole(Role.ADMIN.name());
			// nothing takes these yet, and whoever may do all is to hear so
			requests.requestMatchers(HttpMethod.DELETE, "/**").hasRole(Role.ADMIN.name());
			requests.requestMatchers(HttpMethod.PATCH, "/**").hasRole(Role.ADMIN.name());
		}
		requests.anyRequest().denyAll();
	}

	private static AuthenticationFilter bearer(AuthenticationManager logins, ApiRefusals refusals) {
		AuthenticationFilter filter = new AuthenticationFilter(logins, BearerLogin::of);
		filter.setSuccessHandler((request, response, login) -> {
			// the request goes on
		});
		filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(refusals));
		return filter;
	}

	private static void strict(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_POLICY))
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((features) -> features.policy(FEATURES))
			.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((resource) -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.frameOptions((frames) -> frames.deny());
	}

}
