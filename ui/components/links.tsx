import { Anchor, type AnchorProps, Button, type ButtonProps, Menu, type MenuItemProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Native = Omit<ComponentPropsWithRef<'a'>, 'color' | 'style' | 'children'>;

/** Mantine's links, buttons and menu items that lead to a screen, with the router's types for `to` and `params`. */
export const AnchorLink = createLink((props: AnchorProps & Native) => <Anchor {...props} />);
export const ButtonLink = createLink((props: ButtonProps & Native) => <Button component="a" {...props} />);
export const MenuItemLink = createLink((props: MenuItemProps & Native) => <Menu.Item component="a" {...props} />);
