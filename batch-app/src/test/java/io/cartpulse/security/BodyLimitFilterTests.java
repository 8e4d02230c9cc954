package io.cartpulse.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import io.cartpulse.problem.ProblemWriters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link BodyLimitFilter} with bodies whose length is not told.
 */
class BodyLimitFilterTests {

	private final AtomicReference<String> read = new AtomicReference<>("");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void aReaderGetsABodyThatIsSmallEnough() throws Exception {
		filter("ü2345", (request, answer) -> this.read.set(request.getReader().readLine()));
		assertThat(this.read.get()).isEqualTo("ü2345");
		assertThat(this.response.getStatus()).isEqualTo(200);
	}

	@Test
	void aReaderGetsNoBodyThatIsTooLarge() throws Exception {
		filter("ü23456789", (request, answer) -> this.read.set(request.getReader().readLine()));
		assertThat(this.read.get()).isEmpty();
		assertThat(this.response.getStatus()).isEqualTo(413);
	}

	@Test
	void neitherDoesAStream() throws Exception {
		filter("ü23456789", (request, answer) -> this.read
			.set(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
		assertThat(this.read.get()).isEmpty();
		assertThat(this.response.getStatus()).isEqualTo(413);
	}

	private void filter(String body, FilterChain chain) throws ServletException, IOException {
		MockHttpServletRequest request = new ChunkedRequest();
		request.setCharacterEncoding("UTF-8");
		request.setContent(body.getBytes(StandardCharsets.UTF_8));
		new BodyLimitFilter(8, ProblemWriters.plain()).doFilter(request, this.response, chain);
	}

	private static final class ChunkedRequest extends MockHttpServletRequest {

		@Override
		public long getContentLengthLong() {
			return -1;
		}

	}

}
