package io.cartpulse.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.cartpulse.problem.BodyTooLargeException;
import io.cartpulse.problem.ProblemCode;
import io.cartpulse.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: at once where their length is told, else as soon as
 * more is read than allowed.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

	private final long limit;

	private final ProblemWriter problems;

	BodyLimitFilter(long limit, ProblemWriter problems) {
		this.limit = limit;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.limit) {
			refuse(request, response);
			return;
		}
		try {
			chain.doFilter(new Limited(request), response);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			if (!BodyTooLargeException.causes(ex) || response.isCommitted()) {
				throw ex;
			}
			refuse(request, response);
		}
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.problems.write(request, response, ProblemCode.TOO_LARGE,
				"The body may have " + this.limit + " bytes at most.");
	}

	/**
	 * A request whose body can be read up to the limit.
	 */
	private final class Limited extends HttpServletRequestWrapper {

		private Limited(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream());
		}

		/** As Tomcat reads a body whose encoding is not told. */
		@Override
		public BufferedReader getReader() throws IOException {
			String encoding = getCharacterEncoding();
			return new BufferedReader(new InputStreamReader(getInputStream(),
					(encoding != null) ? Charset.forName(encoding) : StandardCharsets.ISO_8859_1));
		}

	}

	/**
	 * A body that ends with a failure where it goes on beyond the limit.
	 */
	private final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private long read;

		private LimitedStream(ServletInputStream stream) {
			this.stream = stream;
		}

		@Override
		public int read() throws IOException {
			int one = this.stream.read();
			count((one >= 0) ? 1 : 0);
			return one;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int some = this.stream.read(bytes, offset, length);
			count(Math.max(some, 0));
			return some;
		}

		private void count(int bytes) throws IOException {
			this.read += bytes;
			if (this.read > BodyLimitFilter.this.limit) {
				throw new BodyTooLargeException();
			}
		}

		@Override
		public boolean isFinished() {
			return this.stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.stream.setReadListener(listener);
		}

	}

}
