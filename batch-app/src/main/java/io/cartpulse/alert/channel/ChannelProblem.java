package io.cartpulse.alert.channel;

/**
 * Why alerts do not come through.
 *
 * @param what what is wrong, without any secret
 * @param mend what to do
 */
public record ChannelProblem(String what, String mend) {

}
