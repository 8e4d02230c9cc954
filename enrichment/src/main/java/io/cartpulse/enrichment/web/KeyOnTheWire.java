package io.cartpulse.enrichment.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Adds the key to the query when the request is about to become bytes. Whatever knows the
 * request's URI before that, and may log, measure or throw it, knows it without the key.
 */
@ChannelHandler.Sharable
final class KeyOnTheWire extends ChannelOutboundHandlerAdapter {

	private static final String NAME = "cartpulse.key";

	private final String parameter;

	private KeyOnTheWire(String name, ApiKey key) {
		this.parameter = name + "=" + URLEncoder.encode(key.secret(), StandardCharsets.UTF_8);
	}

	/**
	 * A client whose every request carries the key.
	 * @param name the query parameter's name
	 */
	static HttpClient addedTo(HttpClient client, String name, ApiKey key) {
		KeyOnTheWire handler = new KeyOnTheWire(name, key);
		return client.doOnChannelInit(
				(observer, channel, address) -> channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, handler));
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpRequest request) {
			request.setUri(request.uri() + ((request.uri().indexOf('?') < 0) ? '?' : '&') + this.parameter);
		}
		context.write(message, promise);
	}

}
