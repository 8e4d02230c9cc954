package io.cartpulse.console;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.stereotype.Controller;

/**
 * A controller whose views hang in the console's layout: each gets the {@link Viewer} and
 * the {@link Figures}, and what goes wrong is told as a page.
 */
@Documented
@Controller
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConsoleController {

}
